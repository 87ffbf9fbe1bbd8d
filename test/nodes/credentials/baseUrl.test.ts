import * as fc from 'fast-check';

import { isWithin, safeBaseUrl, UnsafeBaseUrl } from '../../../nodes/shared/http/baseUrl';

function refusalOf(raw: unknown): UnsafeBaseUrl {
	try {
		safeBaseUrl(raw);
	} catch (error) {
		expect(error).toBeInstanceOf(UnsafeBaseUrl);
		return error as UnsafeBaseUrl;
	}
	throw new Error('It was accepted');
}

describe('safeBaseUrl', () => {
	it.each([
		['https://api.outx.ai', 'https://api.outx.ai'],
		['  https://api.outx.ai/\n', 'https://api.outx.ai'],
		['https://api.connectsafely.ai/linkedin///', 'https://api.connectsafely.ai/linkedin'],
		['https://proxy.example:8443/a/b/?x=1#y', 'https://proxy.example:8443/a/b'],
		['HTTPS://API.OutX.ai', 'https://api.outx.ai'],
		['https://api.outx.ai:443', 'https://api.outx.ai'],
		['http://localhost:5699/outx/', 'http://localhost:5699/outx'],
		['http://127.0.0.1:5699', 'http://127.0.0.1:5699'],
		['http://127.255.0.9', 'http://127.255.0.9'],
		['http://[::1]:5699/', 'http://[::1]:5699'],
		['http://2130706433', 'http://127.0.0.1'],
		['http://0x7f.1', 'http://127.0.0.1'],
		['http://0177.0.0.1', 'http://127.0.0.1'],
	])('accepts %j', (raw, expected) => {
		expect(safeBaseUrl(raw)).toBe(expected);
	});

	it.each([
		['', 'empty'],
		['  \n', 'empty'],
		[undefined, 'empty'],
		[null, 'empty'],
		[42, 'empty'],
		[{ toString: () => 'https://api.outx.ai' }, 'empty'],
		['api.outx.ai', 'not a web address'],
		['https://', 'not a web address'],
		['https://api outx.ai', 'not a web address'],
		['//api.outx.ai', 'not a web address'],
		['localhost:5699', 'does not start with https://'],
		['ftp://localhost/', 'does not start with https://'],
		['file:///etc/passwd', 'does not start with https://'],
		['javascript:alert(1)', 'does not start with https://'],
	])('refuses %j', (raw, why) => {
		const refusal = refusalOf(raw);
		expect(refusal.message).toContain(why);
		expect(refusal.nextStep).toBe('Enter a full address that starts with https://.');
	});

	it.each([
		'http://api.outx.ai',
		'http://127.0.0.1.evil.example',
		'http://127.0.0.1.nip.io',
		'http://localhost.evil.example',
		'http://localhost.',
		'http://evil.localhost',
		'http://mylocalhost',
		'http://128.0.0.1',
		'http://0.0.0.0',
		'http://192.168.1.10',
		'http://2130706432.evil.example',
		'http://[::2]',
		'http://[::ffff:127.0.0.1]',
		'http://evil.example/127.0.0.1',
		'http://evil.example#@localhost',
		'http://evil.example\\@localhost',
		'http:evil.example',
	])('refuses plain http to %s', (raw) => {
		const refusal = refusalOf(raw);
		expect(refusal.message).toContain(`http for ${new URL(raw).hostname}`);
		expect(refusal.nextStep).toContain('Use https://');
	});

	it.each([
		'https://bob:hunter2@api.outx.ai',
		'https://hunter2@api.outx.ai',
		'https://:hunter2@api.outx.ai',
		'http://localhost:hunter2@evil.example',
		'http://127.0.0.1@evil.example',
		'ftp://bob:hunter2@api.outx.ai',
	])('refuses user-info and does not repeat it: %s', (raw) => {
		const refusal = refusalOf(raw);
		expect(refusal.message).toContain('user name or a password');
		expect(refusal.message + refusal.nextStep + String(refusal.stack)).not.toMatch(
			/hunter2|bob|evil|outx/,
		);
	});

	it('repeats no more of an address than its host', () => {
		const { message } = refusalOf('http://proxy.example/s3cret-path?token=s3cret#s3cret');
		expect(message).toContain('proxy.example');
		expect(message).not.toContain('s3cret');
	});
});

it('accepts only addresses where nobody can listen in, in one spelling each', () => {
	const scheme = fc.constantFrom('https://', 'http://', 'HTTP:', 'ftp://', '//', '');
	const user = fc.constantFrom('', 'a@', 'a:b@', '127.0.0.1@', 'localhost\\\\@');
	const host = fc.oneof(
		fc.domain(),
		fc.ipV4Extended(),
		fc.ipV6().map((ip) => `[${ip}]`),
		fc.constantFrom('localhost', 'localhost.', 'x.localhost', '127.1', '2130706433', 'ⓛocalhost'),
	);
	const tail = fc.constantFrom(
		'',
		'/',
		':5699',
		':5699/a//',
		'/?b#c',
		'.evil.example',
		'\\t',
		'@x',
	);
	fc.assert(
		fc.property(scheme, user, host, tail, (...parts) => {
			let accepted: string;
			try {
				accepted = safeBaseUrl(parts.join(''));
			} catch (error) {
				return error instanceof UnsafeBaseUrl;
			}
			const url = new URL(accepted);
			const loopback = /^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname);
			expect(url.protocol === 'https:' || loopback).toBe(true);
			expect(url.username + url.password + url.search + url.hash).toBe('');
			expect(safeBaseUrl(accepted)).toBe(accepted);
			expect(isWithin(accepted, `${accepted}/x`)).toBe(true);
			return true;
		}),
		{ numRuns: 2000 },
	);
});

describe('isWithin', () => {
	it.each([
		['https://api.outx.ai', 'https://api.outx.ai/api-team', true],
		['https://api.outx.ai/v1', 'https://API.outx.ai:443/other', true],
		['http://localhost:1', 'http://localhost:1/x', true],
		['https://api.outx.ai', 'http://api.outx.ai/api-team', false],
		['https://api.outx.ai', 'https://api.outx.ai:8443/', false],
		['https://api.outx.ai', 'https://api.outx.ai.evil.example/', false],
		['https://api.outx.ai', 'https://api.outx.ai@evil.example/', false],
		['https://api.outx.ai', '//api.outx.ai/', false],
		['https://api.outx.ai', '/api-team', false],
		['https://api.outx.ai', '', false],
		['', '', false],
		['file:///a', 'file:///a', false],
		['data:,a', 'data:,a', false],
	])('%s, %s: %s', (base, url, expected) => {
		expect(isWithin(base, url)).toBe(expected);
	});
});
