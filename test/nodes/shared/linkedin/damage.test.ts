import fc from 'fast-check';

import { NotAMember } from '../../../../nodes/shared/linkedin';
import { ADDRESSES, damage, DAMAGES, harm, harms, NAMES, personName } from './damage';
import { read } from './refusal';

const address = fc.constantFrom(...ADDRESSES);

test('every address of every name is read when nothing happened to it', () => {
	for (const name of NAMES) {
		for (const spell of ADDRESSES) {
			// A word with a dot and a slash is a web site.
			if (name.includes('.') && !spell(name).includes('in/')) continue;
			expect([spell(name), read(spell(name))]).toStrictEqual([
				spell(name),
				{ publicIdentifier: name },
			]);
		}
	}
});

function expectNobodyElse(text: string, name: string): boolean {
	const answer = read(text);
	if (answer instanceof NotAMember) return false;
	expect([text, answer]).toStrictEqual([text, { publicIdentifier: name }]);
	return true;
}

describe('whatever happens to an address, it names that person or nobody', () => {
	test.each(Object.keys(DAMAGES))('%s', (kind) => {
		fc.assert(
			fc.property(personName, address, harm, (name, spell, one) => {
				expectNobodyElse(damage({ text: spell(name), name }, [[kind, one]]), name);
			}),
			{ numRuns: 500 },
		);
	});

	test('up to three at once', () => {
		let readable = 0;
		fc.assert(
			fc.property(personName, address, harms, (name, spell, done) => {
				if (expectNobodyElse(damage({ text: spell(name), name }, done), name)) readable++;
			}),
			{ numRuns: 3000 },
		);
		// Nobody is written to the wrong person by refusing everything either.
		expect(readable).toBeGreaterThan(150);
	});
});
