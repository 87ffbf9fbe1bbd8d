import fc from 'fast-check';

import { NotAPost, postUrl, readPost } from '../../../../nodes/shared/linkedin';
import type { Post } from '../../../../nodes/shared/linkedin';
import { POST } from '../../../../nodes/shared/linkedin/readPost';
import { attempt, expectSense, expectSpeed, nearly } from './naming';

const id = fc.bigInt({ min: 10n ** 18n, max: 9_999_999_999_999_999_999n }).map(String);
const kind = fc.constantFrom('activity', 'share', 'ugcPost');

const spellings: ReadonlyArray<(kind: string, id: string) => string> = [
	(k, i) => `urn:li:${k}:${i}`,
	(k, i) => `${k}:${i}`,
	(k, i) => `https://www.linkedin.com/feed/update/urn:li:${k}:${i}/`,
	(k, i) => `https://www.linkedin.com/feed/update/urn%3Ali%3A${k}%3A${i}?x=1`,
	(k, i) => `m.linkedin.com/embed/feed/update/urn:li:${k}:${i}`,
	(k, i) => `https://de.linkedin.com/posts/jané-doe_7-ways-${k}-${i}-aB-_?rcm=A#x`,
	(k, i) => `urn:li:fsd_update:(urn:li:${k}:${i},MAIN_FEED,EMPTY,DEFAULT,false)`,
	(k, i) => `urn:li:comment:(${k}:${i},7000000000000000001)`,
];
const wrappers: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => ` \u00A0${text}\r\n`,
	(text) => `<${text}>`,
	(text) => `[post](${text})`,
	(text) => `Post: ${text}`,
	(text) => `${text},`,
	(text) => `${text} ${text}`,
	(text) => `Jane, jane@acme.com, ${text}, Acme`,
];

test('every spelling of a post reads back as that post', () => {
	const spelt = fc.record({
		kind,
		id,
		spell: fc.constantFrom(...spellings),
		wrap: fc.constantFrom(...wrappers),
	});
	fc.assert(
		fc.property(spelt, (s) => {
			expect(readPost(s.wrap(s.spell(s.kind, s.id)))).toStrictEqual({ [s.kind]: s.id });
		}),
		{ numRuns: 1500 },
	);
});

test('two posts in one text are never read as one of them', () => {
	const text = fc.tuple(kind, id, fc.constantFrom(...spellings)).map(([k, i, s]) => [i, s(k, i)]);
	fc.assert(
		fc.property(text, text, ([one, a], [other, b]) => {
			fc.pre(one !== other);
			expect(attempt(readPost, NotAPost, `${a} ${b}`)).toMatchObject({
				why: expect.stringContaining('two posts'),
			});
		}),
	);
});

test('whatever comes in names a post or is refused in one sentence about posts', () => {
	expectSense(readPost, NotAPost, ['activity', 'share', 'ugcPost']);
});

test('what is read stays the same when it is read again', () => {
	let accepted = 0;
	fc.assert(
		fc.property(id, nearly, (number, text) => {
			const written = `https://www.linkedin.com/posts/x-activity-${number}${text}`;
			const post = attempt<Post, NotAPost>(readPost, NotAPost, written);
			if (post instanceof NotAPost) return;
			accepted++;
			expect(readPost(postUrl(post))).toStrictEqual(post);
		}),
		{ numRuns: 1500 },
	);
	expect(accepted).toBeGreaterThan(50);
});

test('each step is linear, though the length limit hides it', () => {
	expectSpeed(POST, 'https://www.linkedin.com/posts/');
	expectSpeed(POST, 'https://www.linkedin.com/feed/update/');
});
