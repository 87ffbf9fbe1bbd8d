import { textField } from '../shared/fields/describe';
import { named } from '../shared/fields/named';
import { field } from '../shared/fields/part';
import { isObject } from '../shared/json/json';
import type { JsonValue } from '../shared/json/types';
import { postUrl, readPost } from '../shared/linkedin';
import type { Target } from '../shared/linkedin';
import type { Subject } from '../shared/operation/types';
import { sameThing } from './asked';

/** One object for all operations: parameters that are the same object keep their value on switching. */
export const post = field(
	{
		...textField(
			'Post',
			'post',
			'Link of the LinkedIn post, from the three dots beside it. Its URN, such as urn:li:activity:7123456789012345678, will do as well.',
			{
				required: true,
				placeholder:
					'e.g. https://www.linkedin.com/posts/jane-doe_hiring-activity-7123456789012345678-AbCd',
			},
		),
		name: 'post',
	},
	named('Post', readPost),
);

/** ConnectSafely.ai wants whole addresses of posts. */
export const addressOf = ({ input, target }: Subject): string => postUrl(target) ?? input;

const objectIn = (body: unknown, name: string): Record<string, unknown> => {
	const inner = isObject(body) ? body[name] : undefined;
	return isObject(inner) ? inner : {};
};

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whether a post that was scraped has anything in it: a text, or somebody who wrote it. */
export function isRead(body: JsonValue): boolean {
	const data = objectIn(body, 'data');
	return data.scraped !== false && (filled(data.content) || filled(objectIn(data, 'author').name));
}

const numberIn = (urn: unknown): string | undefined =>
	typeof urn === 'string' ? /:(\d+)\)?$/.exec(urn)?.[1] : undefined;

/**
 * Makes sure that the post that was scraped is the one asked for. Numbers of different kinds tell nothing of each
 * other.
 *
 * @throws `Failure` with `unexpectedAnswer`
 */
export function samePost(body: JsonValue, asked: Target): void {
	const data = objectIn(body, 'data');
	const activity = 'activity' in asked ? asked.activity : undefined;
	// One that is shown within another has the number of each.
	if (activity !== undefined && numberIn(data.featuredActivityUrn) === activity) return;
	sameThing(
		'post',
		'Post',
		[activity, numberIn(data.activityUrn)],
		['share' in asked ? asked.share : undefined, numberIn(data.shareUrn)],
		['ugcPost' in asked ? asked.ugcPost : undefined, numberIn(data.ugcPostUrn)],
	);
}
