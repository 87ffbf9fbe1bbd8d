import type { INodeProperties } from 'n8n-workflow';

import { limitField } from '../../shared/fields/properties';
import { isObject } from '../../shared/http/json';
import type { JsonObject, JsonValue } from '../../shared/http/types';
import { postInput } from '../../shared/fields/named';
import { number } from '../../shared/fields/inputs';
import type { Recipient } from '../../shared/operation/types';
import { textField } from '../../shared/fields/describe';
import { recordsOf } from '../../shared/operation/records';
import { waitInput } from '../tasks/waiting';

export const postField: INodeProperties = textField(
	'Post',
	'post',
	'Link of the LinkedIn post, from the three dots beside it. Its URN, such as urn:li:activity:7123456789012345678, will do as well.',
	{
		required: true,
		placeholder:
			'e.g. https://www.linkedin.com/posts/jane-doe_hiring-activity-7123456789012345678-AbCd',
	},
);

/** The members of an input schema; `onPost` makes an act's input of them. */
export const postShape = { ...waitInput.shape, post: postInput };

/** The house knows what an act is on as its `recipient`. */
export function onPost<T extends { post: Recipient }>({
	post,
	...rest
}: T): Omit<T, 'post'> & { recipient: Recipient } {
	return { ...rest, recipient: post };
}

/** These tasks do not page: the limit cuts what comes. */
export const postLimitField: INodeProperties = { ...limitField, displayOptions: {} };

export const postLimitInput = number('Limit', 50, { min: 1, max: 10_000, whole: true });

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
