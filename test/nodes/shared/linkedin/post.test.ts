import { NotAPost, postUrl, postUrn, readPost } from '../../../../nodes/shared/linkedin';
import { attempt, shown } from './naming';
import { notPosts, posts } from './postCases';

function read(input: unknown) {
	return attempt(readPost, NotAPost, input);
}

test.each(posts.map(([input, post]) => [shown(input), post, input] as const))(
	'readPost: %s',
	(_, post, input) => {
		expect(readPost(input)).toStrictEqual(post);
	},
);

test.each(notPosts.map(([input, part]) => [shown(input), part, input] as const))(
	'readPost refuses %s: %s',
	(_, part, input) => {
		expect(read(input)).toMatchObject({ message: expect.stringContaining(part) });
	},
);

test('the tables hold no case twice', () => {
	const inputs = [...posts, ...notPosts].map(([input]) => input);
	expect(posts.length).toBeGreaterThanOrEqual(80);
	expect(new Set(inputs).size).toBe(inputs.length);
});

test('a refusal is an error that says why with and without the input', () => {
	const refusal = read('see https://www.linkedin.com/company/acme') as NotAPost;
	expect(refusal.name).toBe('NotAPost');
	expect(refusal.why).toBe(
		'is a LinkedIn company page, not a post; open the post and copy its link from the three dots beside it',
	);
	expect(refusal.message).toBe(`"https://www.linkedin.com/company/acme" ${refusal.why}.`);
});

test('what is written of a post reads back as the post', () => {
	for (const post of [{ activity: '7123456789012345678' }, { share: '1' }, { ugcPost: '22' }]) {
		expect(readPost(postUrl(post))).toStrictEqual(post);
		expect(readPost(postUrn(post))).toStrictEqual(post);
	}
});
