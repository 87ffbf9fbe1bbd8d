import fc from 'fast-check';

import { HIDDEN, redactWithin, redactor } from '../../../../nodes/shared/failures/redact';

describe('redactor', () => {
	const secret = 'k3y/+ "with" \\ all & sorts=é';

	it.each([
		['plain', secret],
		['URL-encoded', encodeURIComponent(secret)],
		['JSON-escaped', JSON.stringify({ key: secret })],
	])('hides a secret that is %s', (_, text) => {
		const shown = redactor([secret])(`before ${text} after ${text}`);
		expect(shown).not.toContain('k3y');
		expect(shown.split(HIDDEN)).toHaveLength(3);
		expect(shown).toMatch(/^before .* after /);
	});

	it('knows a secret without the blanks it was pasted with', () => {
		expect(redactor(['  abcdef\n'])('key=abcdef!')).toBe(`key=${HIDDEN}!`);
	});

	it('hides the whole of a secret that holds another one', () => {
		for (const secrets of [
			['abcdef', 'abcdefghi'],
			['abcdefghi', 'abcdef'],
		]) {
			expect(redactor(secrets)('abcdefghi abcdef')).toBe(`${HIDDEN} ${HIDDEN}`);
		}
	});

	it('leaves short ones and what is no text alone', () => {
		const redact = redactor(['a', 'abcde', '', '   ', undefined, null, 7, { x: 'abcdef' }]);
		expect(redact('a abcde abcdef 7')).toBe('a abcde abcdef 7');
	});

	it('takes secrets as they are, not as patterns', () => {
		expect(redactor(['a.c*e+$&'])('abcdef a.c*e+$& end')).toBe(`abcdef ${HIDDEN} end`);
	});

	it('never lets a secret through', () => {
		const key = fc.string({ unit: fc.constantFrom(...'abAB12-_"\\/é '), minLength: 6 });
		fc.assert(
			fc.property(key, fc.string(), fc.string(), (given, before, after) => {
				const trimmed = given.trim();
				fc.pre(trimmed.length >= 6 && !HIDDEN.includes(trimmed));
				expect(redactor([given])(before + trimmed + after)).not.toContain(trimmed);
			}),
		);
	});
});

describe('redactWithin', () => {
	const redact = redactor(['status', '123456', 'secret-token']);

	it('hides secrets in texts at any depth, and leaves names and numbers readable', () => {
		const answer = {
			status: 'my status is secret-token',
			id: 91234567,
			list: ['secret-token', null, true, { status: [['secret-token']] }],
		};
		expect(redactWithin(answer, redact)).toEqual({
			status: `my ${HIDDEN} is ${HIDDEN}`,
			id: 91234567,
			list: [HIDDEN, null, true, { status: [[HIDDEN]] }],
		});
		expect(answer.list[0]).toBe('secret-token');
	});
});
