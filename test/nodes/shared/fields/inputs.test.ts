import fc from 'fast-check';
import type { z } from 'zod';

import {
	LONGEST_MESSAGE,
	choice,
	flag,
	number,
	optionalId,
	optionalText,
	recipientInput,
	requiredId,
	requiredText,
} from '../../../../nodes/shared/fields/inputs';
import { sendingInput } from '../../../../nodes/shared/fields/sendingOptions';
import type { SendingOptions } from '../../../../nodes/shared/fields/sendingOptions';

type Schema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** The value, or the sentences of the refusal. */
function read<T>(schema: Schema<T>, value: unknown): { value: T } | { refused: string[] } {
	const parsed = schema.safeParse(value);
	if (parsed.success) return { value: parsed.data };
	return { refused: parsed.error.issues.map(({ message }) => message) };
}

const rl = (value: unknown, mode = 'url'): unknown => ({ __rl: true, mode, value });

describe('recipientInput', () => {
	it.each([
		['jane-doe', 'jane-doe'],
		[rl('https://www.linkedin.com/in/jane-doe/'), 'https://www.linkedin.com/in/jane-doe/'],
		[rl('  jane-doe ', 'id'), 'jane-doe'],
		[rl('https://www.linkedin.com/in/jane-doe', 'urn'), 'https://www.linkedin.com/in/jane-doe'],
	])('reads %j, whatever the mode says', (value, input) => {
		expect(read(recipientInput, value)).toEqual({
			value: { input, target: { publicIdentifier: 'jane-doe' } },
		});
	});

	it.each([undefined, null, '', '  ', 7, true, [], {}, rl(''), rl(null), rl({}), rl(['jane-doe'])])(
		'says once and in words why %j names nobody',
		(value) => {
			const answer = read(recipientInput, value);
			expect(answer).toEqual({
				refused: [expect.stringMatching(/^'Recipient' is (?:not usable: \w|empty: \w)/)],
			});
		},
	);

	it('shows what stands there, whatever it is, and never fails over it', () => {
		const loop: Record<string, unknown> = {};
		loop.self = loop;
		for (const value of [loop, [loop], 7n, Symbol('x'), () => 1, new Map()]) {
			expect(read(recipientInput, rl(value))).toHaveProperty('refused');
			expect(read(recipientInput, value)).toHaveProperty('refused');
		}
	});

	it('refuses pages that are nobody by name', () => {
		expect(read(recipientInput, rl('https://www.linkedin.com/company/acme'))).toEqual({
			refused: [expect.stringMatching(/company/i)],
		});
	});

	it('never throws, and keeps what it shows short', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const answer = read(recipientInput, rl(value));
				if ('value' in answer) expect(answer.value.input.length).toBeLessThanOrEqual(500);
			}),
		);
	});
});

describe('texts', () => {
	const required = requiredText('Message', LONGEST_MESSAGE);
	const optional = optionalText('Note', 300);

	it('leaves a message exactly as it is', () => {
		for (const text of ['  Hi\n\n', 'a', '👋 שלום', '\tx', '0', 'x'.repeat(LONGEST_MESSAGE)]) {
			expect(read(required, text)).toEqual({ value: text });
		}
	});

	it.each([
		[7, '7'],
		[0, '0'],
		[false, 'false'],
	])('takes %j for the text %j', (value, text) => {
		expect(read(required, value)).toEqual({ value: text });
	});

	it.each([undefined, null, '', ' \n\t ', '\u00a0'])('calls %j empty', (value) => {
		expect(read(required, value)).toEqual({ refused: ["'Message' is empty"] });
		expect(read(optional, value)).toEqual({ value: undefined });
	});

	it.each([[{}], [[]], [{ length: 5 }], [() => 1], [rl('x')]])('calls %p no text', (value) => {
		expect(read(required, value)).toEqual({ refused: ["'Message' is not a text"] });
		expect(read(optional, value)).toEqual({ refused: ["'Note' is not a text"] });
	});

	it('says how much too long one is', () => {
		expect(read(required, 'x'.repeat(10_001))).toEqual({
			refused: ["'Message' has 10001 characters, and LinkedIn takes 10000 at most"],
		});
	});

	it('counts characters as LinkedIn does: an emoji is one', () => {
		expect(read(optional, '👋'.repeat(300))).toEqual({ value: '👋'.repeat(300) });
		expect(read(required, '👋'.repeat(10_000))).toHaveProperty('value');
		expect(read(optional, '👋'.repeat(301))).toEqual({
			refused: ["'Note' has 301 characters, and LinkedIn takes 300 at most"],
		});
	});

	it.each([Number.NaN, Infinity, -Infinity])('calls the sum %p no text', (value) => {
		expect(read(required, value)).toEqual({ refused: ["'Message' is not a text"] });
	});

	it('counts a note without the blanks around it', () => {
		expect(read(optional, ` ${'n'.repeat(300)}\n`)).toEqual({ value: 'n'.repeat(300) });
		expect(read(optional, 'n'.repeat(301))).toEqual({
			refused: ["'Note' has 301 characters, and LinkedIn takes 300 at most"],
		});
	});
});

describe('ids', () => {
	it.each([
		[' abc ', 'abc'],
		[rl(' abc ', 'list'), 'abc'],
		[7, '7'],
		['"abc"', 'abc'],
		[rl("'abc'\n", 'id'), 'abc'],
		['\u200babc\u200b', 'abc'],
		['„abc“', 'abc'],
	])('reads %j', (value, id) => {
		expect(read(requiredId('Account'), value)).toEqual({ value: id });
		expect(read(optionalId('Account'), value)).toEqual({ value: id });
	});

	it.each([undefined, null, '', rl(''), rl(undefined), rl(' ')])(
		'knows that %j is none',
		(value) => {
			expect(read(optionalId('Account'), value)).toEqual({ value: undefined });
			expect(read(requiredId('Account'), value)).toEqual({ refused: ["'Account' is empty"] });
		},
	);
});

describe('what is no id', () => {
	it.each(['undefined', 'null', 'NaN', 'None', '[object Object]', rl('undefined'), Number.NaN])(
		'is told for %j, which is a template filled with nothing',
		(value) => {
			for (const schema of [optionalId('Account'), requiredId('Account')]) {
				expect(read(schema, value)).toEqual({
					refused: [expect.stringMatching(/^'Account' was set but is empty: .*misspelt$/)],
				});
			}
		},
	);

	it.each([true, false, 1.5, 2 ** 60, ['a', 'b'], { a: 1 }, rl(true), rl({ id: 'a' })])(
		'is told for %j, which is no text',
		(value) => {
			for (const schema of [optionalId('Account'), requiredId('Account')]) {
				expect(read(schema, value)).toEqual({ refused: ["'Account' is not a text"] });
			}
		},
	);
});

describe('flag', () => {
	it.each([true, 'true', 'TRUE', ' True ', 1, '1'])('is on with %j', (value) => {
		expect(read(flag(false), value)).toEqual({ value: true });
	});

	it.each([false, 'false', 'FALSE', 0, '0'])('is off with %j', (value) => {
		expect(read(flag(true), value)).toEqual({ value: false });
	});

	it('has its default when it was left alone', () => {
		expect(read(flag(true), undefined)).toEqual({ value: true });
		expect(read(flag(false), undefined)).toEqual({ value: false });
	});

	it.each([null, '', ' ', '\u200b'])('is neither on nor off with %j', (value) => {
		for (const byDefault of [true, false]) {
			expect(read(flag(byDefault), value)).toEqual({ refused: ['A switch was set but is empty'] });
		}
	});

	it.each([
		'yes',
		'no',
		'on',
		'off',
		'ja',
		'y',
		't',
		2,
		-1,
		{},
		[],
		[true],
		['true'],
		NaN,
		'tru',
		'undefined',
	])('is not guessed from %j', (value) => {
		expect(read(flag(false), value)).toEqual({
			refused: [expect.stringContaining('must be true or false')],
		});
	});
});

describe('number', () => {
	const pause = number('Pause', 30, { min: 0, max: 86_400 });
	const limit = number('Limit', 50, { min: 1, max: 100, whole: true });

	it.each([
		[0, 0],
		[2.5, 2.5],
		['2.5', 2.5],
		['2,5', 2.5],
		[' 7 ', 7],
		['+7', 7],
		['0.125', 0.125],
		['0,500', 0.5],
		['5.25', 5.25],
		['5.0000', 5],
		[86_400, 86_400],
	])('reads %j as %d', (value, read_) => {
		expect(read(pause, value)).toEqual({ value: read_ });
	});

	it('has its default when it was left alone', () => {
		expect(read(pause, undefined)).toEqual({ value: 30 });
		expect(read(number('P', undefined, { min: 0, max: 1 }), undefined)).toEqual({
			value: undefined,
		});
	});

	it.each([null, '', '  ', '\u2060'])('is not what it is by default for %j', (value) => {
		expect(read(pause, value)).toEqual({ refused: ["'Pause' was set but is empty"] });
	});

	it.each([
		-1,
		86_401,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		'abc',
		'1,000',
		'1.000',
		'60.000',
		'+1.000',
		'1.000,5',
		'1_000',
		'1’000',
		'٣',
		'５',
		'5 seconds',
		'5s',
		'Infinity',
		'NaN',
		'null',
		'.5',
		'5.',
		'--5',
		'5-10',
		'1 000',
		'1e3',
		'0x10',
		true,
		[],
		[5],
		{},
		'five',
	])('refuses %j, and says what it takes', (value) => {
		expect(read(pause, value)).toEqual({ refused: ["'Pause' must be a number from 0 to 86400"] });
	});

	it.each([0, 101, 1.5, '1,5'])('refuses %j where a whole number is due', (value) => {
		expect(read(limit, value)).toEqual({
			refused: ["'Limit' must be a whole number from 1 to 100"],
		});
	});
});

describe('choice', () => {
	const sort = choice('Sort', ['a', 'b'] as const, 'a');

	it('takes what is offered, and its default for nothing', () => {
		expect(read(sort, 'b')).toEqual({ value: 'b' });
		expect(read(sort, undefined)).toEqual({ value: 'a' });
		for (const value of [null, '', ' ']) {
			expect(read(sort, value)).toEqual({ refused: ["'Sort' was set but is empty"] });
		}
	});

	it.each(['c', 'B', 0, {}, 'toString'])('refuses %j, and says what is offered', (value) => {
		expect(read(sort, value)).toEqual({ refused: ["'Sort' must be one of: a, b"] });
	});
});

describe('sendingInput', () => {
	const defaults: SendingOptions = {
		pauseMin: 30,
		pauseMax: 60,
		skipContacted: false,
		maxPerDay: 0,
		onLimit: 'stop',
		dryRun: false,
		sendAgain: false,
		textCheck: 'refuse',
	};

	it('has the defaults of the surface', () => {
		expect(read(sendingInput, {})).toEqual({ value: defaults });
	});

	it.each([
		[{ pauseMin: 90 }, { pauseMin: 90, pauseMax: 90 }],
		[{ pauseMin: 10 }, { pauseMin: 10, pauseMax: 60 }],
		[{ pauseMax: 10 }, { pauseMin: 10, pauseMax: 10 }],
		[{ pauseMax: 90 }, { pauseMin: 30, pauseMax: 90 }],
		[{ pauseMax: 0 }, { pauseMin: 0, pauseMax: 0 }],
		[
			{ pauseMin: 0, pauseMax: 0 },
			{ pauseMin: 0, pauseMax: 0 },
		],
		[
			{ pauseMin: '5', pauseMax: '7,5' },
			{ pauseMin: 5, pauseMax: 7.5 },
		],
	])('reads %j as %j', (given, pause) => {
		expect(read(sendingInput, given)).toEqual({ value: { ...defaults, ...pause } });
	});

	it.each([
		[{ pauseMin: 60, pauseMax: 30 }, "'Pause at Least' is longer than 'Pause at Most'"],
		[{ pauseMin: -1 }, "'Pause at Least' must be a number from 0 to 86400"],
		[{ pauseMax: 1e9 }, "'Pause at Most' must be a number from 0 to 86400"],
		[{ maxPerDay: 2.5 }, "'Most People per Day' must be a whole number from 0 to 10000"],
		[{ onLimit: 'ignore' }, "'When a Limit Is Reached' must be one of: stop, skip"],
	])('refuses %j', (given, sentence) => {
		expect(read(sendingInput, given)).toEqual({ refused: [sentence] });
	});

	it("does not send when 'Dry Run' comes as a word", () => {
		expect(read(sendingInput, { dryRun: 'TRUE' })).toMatchObject({ value: { dryRun: true } });
		expect(read(sendingInput, { dryRun: 'yes' })).toHaveProperty('refused');
	});
});
