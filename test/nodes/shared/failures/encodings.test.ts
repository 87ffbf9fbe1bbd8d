import fc from 'fast-check';

import { HIDDEN, redactWithin, redactor } from '../../../../nodes/shared/failures/redact';

const bytes = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
const units = (text: string): string[] => text.split('').map((c) => c.charCodeAt(0).toString(16));

/** Every way in which a secret is known to come back. */
const ENCODINGS: Record<string, (secret: string) => string> = {
	plain: (secret) => secret,
	base64: (secret) => Buffer.from(secret).toString('base64'),
	'base64 without padding': (secret) => Buffer.from(secret).toString('base64').replace(/=/g, ''),
	'base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
	'base64 of user:key': (secret) => Buffer.from(`user:${secret}`).toString('base64'),
	'base64 of Bearer key': (secret) => Buffer.from(`Bearer ${secret}`).toString('base64'),
	'base64 within JSON': (secret) =>
		Buffer.from(JSON.stringify({ apiKey: secret, x: 1 })).toString('base64'),
	'base64 of key:': (secret) => Buffer.from(`${secret}:x`).toString('base64url'),
	hex: (secret) => bytes(secret).map(hex).join(''),
	HEX: (secret) => bytes(secret).map(hex).join('').toUpperCase(),
	form: (secret) => new URLSearchParams({ k: secret }).toString().slice(2),
	percent: (secret) => encodeURIComponent(secret),
	'percent, lower case': (secret) =>
		encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
	'percent, every character': (secret) =>
		bytes(secret)
			.map((byte) => `%${hex(byte)}`)
			.join(''),
	'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
	'HTML, named': (secret) =>
		secret
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/"/g, '&quot;')
			.replace(/'/g, '&apos;')
			.replace(/\//g, '&sol;')
			.replace(/=/g, '&equals;')
			.replace(/\+/g, '&plus;'),
	'HTML, decimal': (secret) => [...secret].map((c) => `&#${c.codePointAt(0)};`).join(''),
	'HTML, hexadecimal': (secret) =>
		[...secret].map((c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`).join(''),
	'\\u': (secret) =>
		units(secret)
			.map((unit) => `\\u${unit.padStart(4, '0')}`)
			.join(''),
	'\\U': (secret) =>
		units(secret)
			.map((unit) => `\\u${unit.toUpperCase().padStart(4, '0')}`)
			.join(''),
	'\\u of some': (secret) =>
		secret.replace(/[^a-z0-9]/gi, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
	JSON: (secret) => JSON.stringify(secret).slice(1, -1),
	'JSON within JSON': (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
};

const secrets = fc
	.string({
		unit: fc.constantFrom(...'abcXYZ0189-_./+=&<>"\'\\%{}: é漢'),
		minLength: 8,
		maxLength: 40,
	})
	.map((text) => text.trim())
	.filter((text) => text.length >= 8 && new Set(text).size >= 4);

/** Never adds a character that would belong to the secret's own encoding. */
const around = fc.constantFrom('', ' ', 'key: ', '(', '"', ', and more', '\n', '?k=');

describe('secrets in other encodings', () => {
	it.each(Object.entries(ENCODINGS))('are hidden: %s', (_, encode) => {
		fc.assert(
			fc.property(secrets, around, around, (secret, before, after) => {
				const redact = redactor([secret]);
				const shown = redact(`${before}${encode(secret)}${after}`);
				expect(shown).toContain(HIDDEN);
				expect(shown).not.toContain(encode(secret));
				expect(shown).not.toContain(secret);
				// Nothing of it is left but what a group of three bytes shares with its neighbours.
				const rest = shown.replace(HIDDEN, '').replace(before, '').replace(after, '');
				expect(rest.length).toBeLessThanOrEqual(encode('').length + 40);
			}),
			{ numRuns: 60 },
		);
	});

	it.each(Object.entries(ENCODINGS))('are hidden in names of fields: %s', (_, encode) => {
		fc.assert(
			fc.property(secrets, (secret) => {
				fc.pre(/[^A-Za-z_ -]/.test(secret));
				const shown = redactWithin({ [`x ${encode(secret)}`]: 1 }, redactor([secret]));
				expect(JSON.stringify(shown)).toContain(HIDDEN);
				expect(Object.keys(shown as object)[0]).not.toContain(encode(secret));
			}),
			{ numRuns: 20 },
		);
	});

	it('are found in a long text of nothing but signs within a moment', () => {
		const redact = redactor(['abcdef+/=&', 'x'.repeat(200), '\\\\\\\\\\\\\\\\']);
		for (const sign of ['\\', '%25', '&amp;', '&#0', 'a', 'x'.repeat(199)]) {
			const text = sign.repeat(Math.ceil(100_000 / sign.length));
			const begun = performance.now();
			redact(text);
			expect(performance.now() - begun).toBeLessThan(2_000);
		}
	});

	it('leave names of fields readable that are ordinary words', () => {
		const words = ['status', 'recipient', 'profileUrl', 'public_identifier', 'success'];
		const answer = Object.fromEntries(words.map((word) => [word, 'x']));
		const redact = redactor(['status', 'recipient', 'profileUrl', 'success']);
		expect(redactWithin(answer, redact)).toEqual(answer);
		expect(redact('my recipient')).toBe(`my ${HIDDEN}`);
	});

	it('do not take ordinary texts for secrets', () => {
		const redact = redactor(['sk_live_0123456789abcdef', 'AQEDARlookAlikeToken0001']);
		for (const text of [
			'Hello Jane, 50% off & more <b>bold</b> C:\\new',
			'https://www.linkedin.com/in/jane-doe?trk=x&a=b%20c',
			'urn:li:fsd_profile:ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ0123456789',
		]) {
			expect(redact(text)).toBe(text);
		}
	});
});
