import type { IDataObject } from 'n8n-workflow';

import type { FailureOutcome, FailureReason } from '../../../nodes/shared/failures/failure';
import type { Delivery } from '../../sandbox';
import type { Fixture, RunSpec } from './fixture';
import { shownError } from './fixture';

/** One way an operation fails. */
export interface FailureCase {
	/** What happened, for the test's name. */
	name: string;
	reason: FailureReason;
	/** `notSent` unless given. */
	outcome?: FailureOutcome;
	/** Prepares the sandbox. */
	arrange?: (fixture: Fixture) => void;
	/** Parameters that differ from the happy case. */
	parameters?: IDataObject | ((fixture: Fixture) => IDataObject);
	/** Credential data that differ, by credential type. */
	credentials?: Record<string, IDataObject>;
	/** Words the operator must read in the message. */
	says: RegExp;
	/** What reached somebody all the same; 0 unless given. */
	delivered?: number;
	/** Status the error must carry. */
	httpCode?: string;
}

export interface OperationSpec {
	node: RunSpec['node'];
	/** Distinguishes suites of one operation. */
	title?: string;
	resource: string;
	operation: string;
	/** Parameters of the happy case beside resource and operation; may use expressions on the items. */
	parameters: IDataObject;
	/** Three or more items, all good. */
	items: IDataObject[];
	/** Acts reach people; the happy case must deliver one per item. */
	isAct: boolean;
	/** Alters something, so that a second time gives something else. */
	changes?: boolean;
	/** Checks the output of the happy case with the first item alone. */
	happy: (json: IDataObject[], fixture: Fixture, deliveries: readonly Delivery[]) => void;
	failures: FailureCase[];
	/** How to spoil the second item for the Continue On Fail test. */
	badItem: IDataObject;
	badReason: FailureReason;
	arrange?: (fixture: Fixture) => void;
}

const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };

/**
 * What every operation must pass (issue "The package", part 7): the happy path, each failure class it can
 * meet, Continue On Fail on both outputs, and several items.
 */
export function operationSuite(fixture: Fixture, spec: OperationSpec): void {
	const { node, resource, operation, isAct } = spec;
	const run = (extra: Partial<RunSpec> = {}, changed: IDataObject = {}) => {
		const sending = isAct ? { sending: NO_PAUSE } : {};
		const parameters = { resource, operation, ...sending, ...spec.parameters, ...changed };
		return fixture.run({ node, items: [spec.items[0]], ...extra, parameters });
	};

	describe(`${node} ${resource}.${operation}${spec.title ? ` (${spec.title})` : ''}`, () => {
		beforeEach(() => spec.arrange?.(fixture));

		it('works', async () => {
			const result = await run();
			expect(result.error).toBeUndefined();
			spec.happy(result.json('Node'), fixture, fixture.sandbox.deliveries);
			expect(fixture.sandbox.deliveries).toHaveLength(isAct ? 1 : 0);
		});

		it('pairs the outputs of several items and keeps their order', async () => {
			const result = await run({ items: spec.items });
			expect(result.error).toBeUndefined();
			const pairs = result
				.output('Node')
				.map(({ pairedItem }) => (pairedItem as { item: number }).item);
			expect(pairs).toEqual([...pairs].sort((a, b) => Number(a) - Number(b)));
			expect(new Set(pairs)).toEqual(new Set(spec.items.keys()));
			if (isAct) {
				expect(fixture.sandbox.deliveries).toHaveLength(spec.items.length);
				return;
			}
			if (spec.changes) return;
			// Each item's records are those it gets when it is alone.
			for (const index of spec.items.keys()) {
				const alone = await run({ items: [spec.items[index]] });
				const together = result.output('Node').filter((_, at) => pairs[at] === index);
				expect(together.map(({ json }) => json)).toEqual(alone.json('Node'));
			}
		});

		it.each(spec.failures)('fails with $reason: $name', async (failure) => {
			failure.arrange?.(fixture);
			const credentials = Object.fromEntries(
				Object.entries(fixture.credentials).map(([type, data]) => [
					type,
					{ ...data, ...failure.credentials?.[type] },
				]),
			) as RunSpec['credentials'];
			const { parameters: given } = failure;
			const changed = typeof given === 'function' ? given(fixture) : given;
			const result = await run({ credentials }, changed);
			const shown = shownError(result);
			const outcome = failure.outcome ?? 'notSent';
			expect(shown.message).toMatch(failure.says);
			expect(shown.details).toMatchObject({
				reason: failure.reason,
				outcome,
				retrySafe: outcome === 'notSent',
				...(failure.httpCode !== undefined && { httpCode: failure.httpCode }),
			});
			expect(shown.description).toMatch(/\w{3,}.*[.”]$/);
			expect(JSON.stringify(shown)).not.toMatch(/sandbox-\w+-(?:key|login-token|password)|Bearer /);
			expect(fixture.sandbox.deliveries).toHaveLength(failure.delivered ?? 0);
		});

		const withBadSecond = (): IDataObject[] => [
			spec.items[0],
			spec.badItem,
			...spec.items.slice(1),
		];

		it('continues past a failing item on the regular output', async () => {
			const result = await run({ items: withBadSecond(), onError: 'continueRegularOutput' });
			expect(result.status).toBe('success');
			const json = result.json('Node');
			const bad = result.output('Node').find(({ json: { error } }) => error !== undefined);
			expect(bad?.pairedItem).toEqual({ item: 1 });
			expect(Object.keys(bad?.json ?? {})).toEqual(['error', 'details']);
			expect(bad?.json.details).toMatchObject({ reason: spec.badReason, outcome: 'notSent' });
			expect(json.filter(({ error }) => error === undefined).length).toBeGreaterThanOrEqual(
				spec.items.length,
			);
			if (isAct) expect(fixture.sandbox.deliveries).toHaveLength(spec.items.length);
		});

		it('sends a failing item to the error output', async () => {
			const result = await run({ items: withBadSecond(), onError: 'continueErrorOutput' });
			const errors = result.json('Node', 1);
			expect(errors).toHaveLength(1);
			expect(errors[0]).toMatchObject({ ...spec.badItem, details: { reason: spec.badReason } });
			expect(result.json('Node', 0).every(({ error }) => error === undefined)).toBe(true);
		});
	});
}
