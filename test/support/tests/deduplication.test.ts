import type { IDataObject } from 'n8n-workflow';

import { DeduplicationStore, runNode } from '../engine';

import { examples } from './examples';

const run = async (
	store: DeduplicationStore,
	values: Array<string | number>,
	parameters: IDataObject = {},
) => {
	const result = await runNode({
		nodeTypes: examples,
		type: 'examples.dedupe',
		parameters,
		items: values.map((value) => ({ value })),
		deduplication: store,
	});
	return result.error?.message ?? result.json('Node')[0];
};

it('remembers over runs, per workflow and scope', async () => {
	const store = new DeduplicationStore();

	expect(await run(store, ['a', 'b'])).toEqual({ unseen: ['a', 'b'], count: 2 });
	expect(await run(store, ['b', 'c'])).toEqual({ unseen: ['c'], count: 3 });
	expect(await run(store, ['a'], { scope: 'workflow' })).toEqual({ unseen: ['a'], count: 1 });
	expect(await run(new DeduplicationStore(), ['a'])).toEqual({ unseen: ['a'], count: 1 });
});

it('takes twins in one call for new, as n8n does', async () => {
	expect(await run(new DeduplicationStore(), ['a', 'a'])).toEqual({ unseen: ['a', 'a'], count: 2 });
});

it('drops the oldest beyond maxEntries', async () => {
	const store = new DeduplicationStore();
	await run(store, ['a', 'b']);

	expect(await run(store, ['c'], { max: 2 })).toEqual({ unseen: ['c'], count: 2 });
	expect(await run(store, ['b', 'a'])).toEqual({ unseen: ['a'], count: 3 });
});

it('forgets what is removed', async () => {
	const store = new DeduplicationStore();
	await run(store, ['a', 'b']);

	expect(await run(store, ['a', 'b'], { forget: 'a' })).toEqual({ unseen: ['a'], count: 2 });
});

it('compares with the latest key or date', async () => {
	const store = new DeduplicationStore();
	const key = { mode: 'latestIncrementalKey' };
	await run(store, [3, 5], key);
	expect(await run(store, [4, 6], key)).toEqual({ unseen: [6], count: 0 });

	const dates = new DeduplicationStore();
	const date = { mode: 'latestDate' };
	await run(dates, ['2026-01-01'], date);
	expect(await run(dates, ['2025-12-31', '2026-01-02'], date)).toMatchObject({
		unseen: ['2026-01-02'],
	});
	expect(await run(store, ['x'], key)).toContain('Only numbers are supported');
	expect(await run(dates, ['x'], date)).toContain('Only valid dates are supported');
});

it('refuses another mode than the one it was filled with', async () => {
	const store = new DeduplicationStore();
	await run(store, ['a']);

	expect(await run(store, [1], { mode: 'latestIncrementalKey' })).toContain('incompatible setting');
});

it('has no lock: parallel executions both see a value as new', async () => {
	const store = new DeduplicationStore();
	await run(store, ['z']);

	const both = await Promise.all([run(store, ['a']), run(store, ['a'])]);
	expect(both).toEqual([expect.objectContaining({ unseen: ['a'] }), expect.anything()]);
	expect(both[1]).toMatchObject({ unseen: ['a'] });
});

it("lets one of two parallel first records fail on the row's key", async () => {
	const store = new DeduplicationStore();
	const both = await Promise.all([run(store, ['a']), run(store, ['b'])]);

	expect(both).toContainEqual(expect.stringContaining('UNIQUE constraint failed'));
});

it('survives a crash as text', async () => {
	const store = new DeduplicationStore();
	await run(store, ['a']);

	const restored = DeduplicationStore.restore(store.serialise());
	expect(await run(restored, ['a', 'b'])).toEqual({ unseen: ['b'], count: 2 });
});
