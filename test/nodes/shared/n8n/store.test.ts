import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { nodeStore } from '../../../../nodes/shared/n8n/store';
import type { KeyStore } from '../../../../nodes/shared/sending/store';
import { simulatedTime } from '../../../support/clock';
import type { SimulatedTime } from '../../../support/clock';

type Check = (keys: string[]) => Promise<{ new: string[]; processed: string[] }>;

/** The store of a node whose n8n answers like this. */
function storeOver(
	check: Check,
	workflow: { id?: string } = { id: `workflow of ${expect.getState().currentTestName}` },
): { store: KeyStore; asked: string[][] } {
	const asked: string[][] = [];
	const context = {
		getWorkflow: () => workflow,
		getNode: () => ({ id: 'node' }),
		helpers: {
			checkProcessedAndRecord: async (keys: string[]) => {
				asked.push(keys);
				return await check(keys);
			},
			removeProcessed: async () => await Promise.resolve(),
		},
	};
	return { store: nodeStore(context as unknown as IExecuteFunctions), asked };
}

const nothingKnown: Check = async (keys) => await Promise.resolve({ new: keys, processed: [] });

describe("n8n's deduplication store", () => {
	let time: SimulatedTime;

	beforeEach(() => {
		time = simulatedTime({ now: '2026-11-23T08:00:00.000Z' });
	});

	afterEach(() => time.restore());

	it.each([
		'duplicate key value violates unique constraint "PK_1"',
		'SQLITE_CONSTRAINT: UNIQUE constraint failed: processed_data.workflowId',
	])('asks again when another worker has just made the row (%s)', async (message) => {
		let times = 0;
		const { store, asked } = storeOver(async (keys) => {
			if (++times === 1) throw new Error(message);
			return await Promise.resolve({ new: [], processed: keys });
		});
		expect(await time.drive(store.record(['a']))).toEqual(new Set(['a']));
		expect(asked).toEqual([['a'], ['a']]);
	});

	it('asks once where something else is wrong: what was written then is not known', async () => {
		const { store, asked } = storeOver(async () => await Promise.reject(new Error('no route')));
		await expect(time.drive(store.record(['a']))).rejects.toThrow('no route');
		expect(asked).toHaveLength(1);
	});

	it('lets a second pass before it counts as settled', async () => {
		const { store } = storeOver(nothingKnown);
		await time.drive(store.record(['a']));
		const begun = time.elapsed();
		await time.drive(store.settled());
		expect(time.elapsed() - begun).toBe(1_000);
	});

	it('lets ten times as much pass as its own slowest write has taken', async () => {
		const { store } = storeOver(async (keys) => {
			await sleep(400);
			return await nothingKnown(keys);
		});
		await time.drive(store.record(['a']));
		const begun = time.elapsed();
		await time.drive(store.settled());
		expect(time.elapsed() - begun).toBe(4_000);
	});

	it.each([undefined, '', '__EMPTY__'])(
		'lasts no longer than the run where the workflow has no ID (%s)',
		async (id) => {
			const { store, asked } = storeOver(nothingKnown, { id });
			expect(store.lasting).toBe(false);
			await store.record(['a']);
			expect(await store.record(['a', 'b'])).toEqual(new Set(['a']));
			await store.forget(['a']);
			expect(await store.record(['a'])).toEqual(new Set());
			expect(asked).toEqual([]);
		},
	);

	it.each([
		'SQLITE_CONSTRAINT: FOREIGN KEY constraint failed',
		'insert or update on table "processed_data" violates foreign key constraint "FK_1"',
	])('nor where the database does not know it (%s)', async (message) => {
		const { store, asked } = storeOver(async () => await Promise.reject(new Error(message)));
		expect(store.lasting).toBe(true);
		expect(await time.drive(store.record(['a']))).toEqual(new Set());
		expect(store.lasting).toBe(false);
		expect(await store.record(['a'])).toEqual(new Set(['a']));
		expect(asked).toHaveLength(1);
	});
});
