import { textField } from '../shared/fields/describe';
import { named } from '../shared/fields/named';
import { field } from '../shared/fields/part';
import { postUrl, readPost } from '../shared/linkedin';
import type { Subject } from '../shared/operation/types';

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
