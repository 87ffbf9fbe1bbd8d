import { connectSafely } from '../../nodes/ConnectSafely/vendor';
import { linkupOperations } from '../../nodes/LinkupApi/vendor';
import { outX } from '../../nodes/OutX/vendor';
import { compare } from '../../scripts/coverage/compare';
import { callsOf } from '../../scripts/coverage/contract';
import { offeredBy, offeredIn } from '../../scripts/coverage/nodes';
import { offersOf } from '../../scripts/coverage/offered';
import { json, tables } from '../../scripts/coverage/print';
import { coverage, SOURCES } from '../../scripts/coverage/vendors';
import type { Covered } from '../../scripts/coverage/vendors';

interface Shown {
	readonly offered: Record<string, string[]>;
	readonly leftOut: Record<string, string>;
	readonly missing: string[];
}

const TABLES = {
	outX: outX.operations,
	connectSafely: connectSafely.operations,
	linkupApi: linkupOperations,
};

let covered: Covered[];
let shown: Record<string, Shown>;

beforeAll(async () => {
	covered = await coverage();
	shown = JSON.parse(json(covered)) as Record<string, Shown>;
});

it('has every vendor, with three members each', () => {
	expect(Object.keys(shown)).toEqual(['outX', 'connectSafely', 'linkupApi']);
	for (const vendor of Object.values(shown)) {
		expect(Object.keys(vendor)).toEqual(['offered', 'leftOut', 'missing']);
	}
});

describe.each(SOURCES)('$label', ({ vendor, folder, contract }) => {
	it('has each call of its contract in exactly one place', () => {
		const { offered, leftOut, missing } = shown[vendor];
		const told = [...Object.keys(offered), ...Object.keys(leftOut), ...missing];
		const calls = callsOf(contract).map(({ name }) => name);
		expect(new Set(calls).size).toBe(calls.length);
		expect(told.sort()).toEqual([...calls].sort());
	});

	it('names what its nodes have, and all they have', async () => {
		const named = [...new Set(Object.values(shown[vendor].offered).flat())];
		expect(named.sort()).toEqual((await offeredIn(folder)).sort());
		expect(covered.find((one) => one.vendor === vendor)).toMatchObject({
			unknown: [],
			unmapped: [],
		});
	});

	it('has every operation of its table in a drop-down, and nothing else', async () => {
		const table = TABLES[vendor];
		const wanted = new Set(table.map(({ resource, operation }) => `${resource}.${operation}`));
		const actions = (await offeredIn(folder)).filter((name) => !/Trigger\./.test(name));
		expect(actions.sort()).toEqual([...wanted].sort());
	});

	it('gives a reason of several words for what it leaves out', () => {
		for (const why of Object.values(shown[vendor].leftOut)) expect(why).toMatch(/\w+ \w+ \w+/);
	});

	it('claims an operation once for a call', () => {
		for (const offer of Object.values(offersOf(vendor, callsOf(contract)))) {
			if (Array.isArray(offer)) expect(new Set(offer).size).toBe(offer.length);
		}
	});

	it('says the same in words', () => {
		const { offered, leftOut, missing } = shown[vendor];
		const at = covered.findIndex((one) => one.vendor === vendor);
		// Without the lines of the table, and with what was broken over two of them joined.
		const rows = tables([covered[at]])
			.split(/\n?[┌├└][^\n]*\n?/)
			.map((row) => row.split('\n').map((line) => line.split('│').slice(1, 3)))
			.map((lines) => [0, 1].map((column) => lines.map((line) => line[column]?.trim()).join(' ')))
			.map((cells) => cells.map((cell) => cell.trim()))
			.filter(([first]) => first !== '');
		const counts = [offered, leftOut, missing].map((part) => Object.keys(part).length);
		const all = counts.reduce((sum, count) => sum + count, 0);
		expect(rows[0]).toEqual([covered[at].label, `offered ${counts[0]} of ${all}`]);
		expect(rows[1]).toEqual(['missing', missing.join(', ') || 'nothing']);
		expect(rows.slice(2)).toEqual(
			Object.entries(leftOut).map(([name, why]) => ['left out', `${name}: ${why}`]),
		);
	});
});

describe('calls', () => {
	it('are named by method and path, and by their action where an address has several', () => {
		const named = (contract: 'outx' | 'linkupapi') => callsOf(contract).map(({ name }) => name);
		expect(named('outx')).toEqual(
			expect.arrayContaining(['GET /api-posts', 'PUT /api-reddit-watchlist']),
		);
		expect(named('linkupapi')).toEqual(
			expect.arrayContaining(['v2Messages send', 'v2Network invite', 'GET /v2/accounts']),
		);
		expect(named('linkupapi')).not.toContain('POST /v2/messages');
	});

	it('of the shared addresses keep method and path', () => {
		const send = callsOf('linkupapi').find(({ name }) => name === 'v2Messages send');
		expect(send).toMatchObject({ method: 'POST', path: '/v2/messages' });
	});
});

it('events are named by their trigger', async () => {
	expect(await offeredIn('OutX')).toEqual(
		expect.arrayContaining([
			'outXTrigger.newCollectedPost',
			'outXTrigger.newConnection',
			'outXTrigger.newInteraction',
		]),
	);
	const event = { displayName: 'Event', name: 'event', type: 'options' as const, default: 'a' };
	const options = ['a', 'b'].map((value) => ({ name: value, value }));
	const description = {
		name: 'someTrigger',
		group: ['trigger'],
		properties: [{ ...event, options }],
	};
	expect(offeredBy(description as never)).toEqual(['someTrigger.a', 'someTrigger.b']);
});

describe('the comparison', () => {
	const call = (name: string) => ({ name, method: 'POST', path: `/${name}` });

	it('finds what is missing, left out, unknown and unmapped', () => {
		const offers = {
			a: ['x.get'],
			b: ['x.get', 'x.gone'],
			c: { notOffered: 'is deprecated' },
			e: ['x.get'],
			f: [],
		};
		const found = compare(['a', 'b', 'c', 'd', 'f'].map(call), offers, ['x.get', 'x.new']);
		expect(found).toEqual({
			offered: { a: ['x.get'] },
			leftOut: { c: 'is deprecated' },
			missing: ['b', 'd', 'f'],
			unknown: ['e'],
			unmapped: ['x.new'],
		});
	});
});
