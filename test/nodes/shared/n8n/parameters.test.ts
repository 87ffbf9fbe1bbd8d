import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { Failure } from '../../../../nodes/shared/failures/failure';
import { number, requiredText } from '../../../../nodes/shared/fields/inputs';
import { asActFailure, asFailure } from '../../../../nodes/shared/failures/unexpected';
import { parseInput } from '../../../../nodes/shared/fields/parse';
import { parameterReader } from '../../../../nodes/shared/n8n/parameters';

const property = (name: string, type: INodeProperties['type'] = 'string'): INodeProperties => ({
	displayName: name,
	name,
	type,
	default: `default ${name}`,
});

/** A context whose expressions show the item they were resolved for. */
function contextOf(parameters: Record<string, unknown>) {
	const asked: string[] = [];
	const resolve = (value: unknown, item: number): unknown => {
		if (typeof value === 'string') return value.startsWith('=') ? `${value} @${item}` : value;
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((member) => resolve(member, item));
		return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v, item)]));
	};
	const context = {
		getNode: () => ({ parameters }),
		getNodeParameter: (name: string, item: number, fallback: unknown) => {
			asked.push(`${name}@${item}`);
			return name in parameters ? resolve(parameters[name], item) : fallback;
		},
	} as unknown as IExecuteFunctions;
	return { context, asked };
}

describe('parameterReader', () => {
	it('reads what holds an expression for each item, at any depth, and all else once', () => {
		const { context, asked } = contextOf({
			fixed: 'text = no expression',
			varying: '=a',
			locator: { __rl: true, value: '=b' },
			list: { values: [{ x: 'c' }, { x: '=d' }] },
		});
		const names = ['fixed', 'varying', 'locator', 'list', 'unset'];
		const read = parameterReader(
			context,
			names.map((name) => property(name)),
		);
		expect(read(0)).toEqual({
			itemIndex: 0,
			fixed: 'text = no expression',
			varying: '=a @0',
			locator: { __rl: true, value: '=b @0' },
			list: { values: [{ x: 'c' }, { x: '=d @0' }] },
			unset: 'default unset',
		});
		expect(read(5)).toMatchObject({ itemIndex: 5, varying: '=a @5', unset: 'default unset' });
		expect(asked.filter((ask) => ask.startsWith('fixed'))).toHaveLength(1);
		expect(asked.filter((ask) => ask.startsWith('unset'))).toHaveLength(1);
	});

	it('unfolds options, but not over a parameter of the same name, and keeps sending whole', () => {
		const { context } = contextOf({
			message: 'mine',
			options: { maxWait: 5, message: 'theirs', itemIndex: 99 },
			sending: { dryRun: true },
		});
		const read = parameterReader(
			context,
			['message', 'options', 'sending'].map((name) => property(name)),
		);
		expect(read(1)).toEqual({
			itemIndex: 1,
			message: 'mine',
			maxWait: 5,
			sending: { dryRun: true },
		});
	});

	it('does not ask for notices', () => {
		const { context, asked } = contextOf({});
		parameterReader(context, [property('hint', 'notice')])(0);
		expect(asked).toEqual([]);
	});
});

describe('parseInput', () => {
	const schema = z.object({
		message: requiredText('Message', 5),
		limit: number('Limit', 1, { min: 1, max: 2 }),
	});

	it('names every field that is wrong, in one sentence', () => {
		expect(() => parseInput(schema, { message: 'too long', limit: 7 })).toThrow(
			"'Message' has 8 characters, and LinkedIn takes 5 at most; 'Limit' must be a number from 1 to 2",
		);
	});

	it('says a thing once', () => {
		const twice = z.object({ a: requiredText('Message', 5), b: requiredText('Message', 5) });
		expect(() => parseInput(twice, {})).toThrow(/^'Message' is empty$/);
	});
});

describe('asFailure', () => {
	const expression = Object.assign(new Error("Can't get data for expression. "), {
		name: 'ExpressionError',
	});

	it('leaves a failure as it is', () => {
		const failure = new Failure({ reason: 'timeout', outcome: 'unknown', what: 'w', next: 'n' });
		expect(asFailure(failure)).toBe(failure);
		expect(asActFailure(failure)).toBe(failure);
	});

	it("takes n8n's word on an expression", () => {
		expect(asFailure(expression).facts).toMatchObject({
			reason: 'invalidInput',
			outcome: 'notSent',
			what: "Can't get data for expression",
		});
	});

	it.each([new TypeError('x is not a function'), 'text', undefined, null, { a: 1 }])(
		'blames no field for %p',
		(error) => {
			expect(asFailure(error).facts).toMatchObject({
				reason: 'unexpectedAnswer',
				outcome: 'notSent',
			});
		},
	);

	it('is not certain of anything once a request may have left', () => {
		for (const error of [expression, new TypeError('bug')]) {
			const failure = asActFailure(error);
			expect(failure.facts.outcome).toBe('unknown');
			expect(failure.retrySafe).toBe(false);
			expect(failure.facts.what).not.toMatch(/before anything was sent/);
		}
	});
});
