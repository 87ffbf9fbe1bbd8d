import { rateLimitOf } from '../../../nodes/ConnectSafely/rateLimit';

const whole = {
	'x-ratelimit-action': 'MESSAGE',
	'x-ratelimit-limit': '100',
	'x-ratelimit-used': '37',
	'x-ratelimit-remaining': '63',
	'x-ratelimit-reset': '2026-11-24T00:00:00.000Z',
};

const read = {
	action: 'MESSAGE',
	limit: 100,
	used: 37,
	remaining: 63,
	resetsAt: '2026-11-24T00:00:00.000Z',
};

describe('The rate-limit headers', () => {
	it('are read', () => {
		expect(rateLimitOf(whole)).toEqual(read);
	});

	it('may be missing, all or some', () => {
		expect(rateLimitOf({})).toBeUndefined();
		expect(rateLimitOf({ 'retry-after': '3', date: 'today' })).toBeUndefined();
		for (const name of Object.keys(whole)) {
			const rest = { ...whole, [name]: undefined };
			expect(Object.keys(rateLimitOf(rest) ?? {})).toHaveLength(4);
		}
	});

	it('count zero', () => {
		expect(rateLimitOf({ 'x-ratelimit-remaining': '0' })).toEqual({ remaining: 0 });
	});

	it.each([
		['2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
		['2026-11-24T01:00:00+01:00', '2026-11-24T00:00:00.000Z'],
		['2026-11-24 00:00:00+00:00', '2026-11-24T00:00:00.000Z'],
		[' 1795478400 ', '2026-11-24T00:00:00.000Z'],
		['1795478400000', '2026-11-24T00:00:00.000Z'],
		['Tue, 24 Nov 2026 00:00:00 GMT', '2026-11-24T00:00:00.000Z'],
	])('reset at %s', (raw, resetsAt) => {
		expect(rateLimitOf({ ...whole, 'x-ratelimit-reset': raw })?.resetsAt).toBe(resetsAt);
	});

	it.each([
		'',
		' ',
		'soon',
		'soon 5',
		'60',
		'0',
		'-1',
		'NaN',
		'Infinity',
		'1e12',
		'9'.repeat(40),
		'2026-13-45T00:00:00Z',
		'1970-01-01T00:00:00Z',
		'tomorrow, 2026-11-24T00:00:00Z',
		'2026-11-24T00:00:00Z, 2026-11-25T00:00:00Z',
		'<script>',
		'[object Object]',
	])('leave out a reset at %j', (raw) => {
		const limit = rateLimitOf({ ...whole, 'x-ratelimit-reset': raw });
		expect(limit).toEqual({ ...read, resetsAt: undefined });
		expect(limit).not.toHaveProperty('resetsAt');
	});

	it.each([
		'',
		'-1',
		'1.5',
		'1e3',
		'0x10',
		'100, 100',
		'many',
		'NaN',
		'Infinity',
		'9'.repeat(30),
		'１００',
	])('leave out a count of %j', (raw) => {
		const names = ['limit', 'used', 'remaining'].map((name) => `x-ratelimit-${name}`);
		const headers = { ...whole, ...Object.fromEntries(names.map((name) => [name, raw])) };
		expect(Object.keys(rateLimitOf(headers) ?? {})).toEqual(['action', 'resetsAt']);
	});

	it.each(['', ' ', 'two words', 'MESSAGE, MESSAGE', 'x'.repeat(61), '<b>'])(
		'leave out an action of %j',
		(raw) => {
			expect(rateLimitOf({ ...whole, 'x-ratelimit-action': raw })).not.toHaveProperty('action');
		},
	);
});
