import { z } from 'zod';

import { recall, remember, signatureOf } from '../../../../nodes/shared/trigger/memory';
import { FakeMemory } from './fakes';

const shape = z.object({ n: z.number(), seen: z.record(z.string()), more: z.string().optional() });
const SIGNATURE = signatureOf(['list']);
const STATE = { n: 1, seen: { '2': 'bb', '10': 'aa' } };

function remembered(): Record<string, unknown> {
	const memory = new FakeMemory();
	remember(memory, SIGNATURE, STATE);
	return memory.get() as Record<string, unknown>;
}
/** What comes of a stored state, and whether it counts as damaged. */
function recalled(stored: unknown, signature = SIGNATURE): { state: unknown; damaged: number } {
	let damaged = 0;
	const memory = { get: () => stored, set: () => {}, damaged: () => damaged++ };
	return { state: recall(memory, signature, shape), damaged };
}

describe('what a trigger remembers from poll to poll', () => {
	it('comes back as it was written, without what JSON leaves out', () => {
		const memory = new FakeMemory();
		remember(memory, SIGNATURE, { ...STATE, more: undefined });
		expect(recalled(memory.get())).toEqual({ state: STATE, damaged: 0 });
	});

	it('comes back from a database that keeps keys in another order', () => {
		const { seen, n, check, signature } = remembered();
		const other = { check, seen: Object.fromEntries(Object.entries(seen as object).reverse()) };
		expect(recalled({ ...other, n, signature }).state).toEqual(STATE);
	});

	it('is nothing at first, and under other settings, and neither is damage', () => {
		expect(recalled(undefined)).toEqual({ state: undefined, damaged: 0 });
		expect(recalled(remembered(), signatureOf(['other']))).toEqual({
			state: undefined,
			damaged: 0,
		});
	});

	it.each<[string, (state: Record<string, unknown>) => unknown]>([
		['null', () => null],
		['a text', (state) => JSON.stringify(state)],
		['a list', (state) => Object.entries(state)],
		['nothing', () => ({})],
		['a state of before', ({ signature }) => ({ signature, ...STATE })],
		['another check', (state) => ({ ...state, check: 'AAAAAAAA' })],
		['a check of another type', (state) => ({ ...state, check: 7 })],
		['a field less', ({ signature, check, n }) => ({ signature, check, n })],
		['a field more', (state) => ({ ...state, more: 'x' })],
		['another value', (state) => ({ ...state, n: 2 })],
		['another type', (state) => ({ ...state, n: '1' })],
		['a part lost within', (state) => ({ ...state, seen: { '2': 'bb' } })],
		['another signature', (state) => ({ ...state, signature: 7 })],
	])('is nothing when it was damaged: %s', (_, damage) => {
		expect(recalled(damage(remembered()))).toEqual({ state: undefined, damaged: 1 });
	});
});
