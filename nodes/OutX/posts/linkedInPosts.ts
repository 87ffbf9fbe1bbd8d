import { plainLimit } from '../../shared/fields/listing';
import { textField } from '../../shared/fields/describe';
import { postInput } from '../../shared/fields/named';
import { field } from '../../shared/fields/part';
import { isObject } from '../../shared/json/json';
import type { JsonObject, JsonValue } from '../../shared/json/types';
import type { OutputShape } from '../../shared/operation/output';
import { recordsOf } from '../../shared/operation/records';

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
	postInput,
);

/** These tasks do not page: the limit cuts what comes. */
export const postLimit = plainLimit(50, 10_000);

/**
 * The posts in a finished task's output, whole: their fields are documented nowhere. A list of profiles
 * with their posts is laid flat, each post with the fields of its profile.
 */
export function postsOf(output: JsonValue): JsonObject[] {
	return recordsOf(output, ['posts', 'results', 'profiles', 'items', 'data']).flatMap((record) => {
		const { posts, ...author } = record;
		if (!Array.isArray(posts)) return [record];
		return posts.filter(isObject).map((post) => ({ ...author, ...(post as JsonObject) }));
	});
}

/** Members that are named in prose only. */
export const linkedInPostOutput: OutputShape = {
	...{ social_urn: 'string', text: 'string' },
	...{ likes: 'integer', comments: 'integer', shares: 'integer' },
};
