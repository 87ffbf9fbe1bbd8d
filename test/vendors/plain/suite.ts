import type { IDataObject } from 'n8n-workflow';

import { contractOf } from '../../sandbox/contract/contract';
import { exampleOf } from '../../sandbox/contract/example';
import type { Fixture, RunSpec } from '../../workflows/support/fixture';
import { shownError } from '../../workflows/support/fixture';
import { expectToFitSchema } from '../../workflows/support/schema';

/** Everything there is to say of a plain operation: all that holds for every one of them is proven from it. */
export interface PlainCase {
	/** resource.operation */
	readonly id: string;
	/** Parameters beside resource and operation; the least that an operator fills in. */
	readonly parameters: IDataObject;
	/** The contract's call, as `GET /accounts`. */
	readonly call: string;
	/** What the request says: its query for GET and DELETE, else its body. Exactly this. */
	readonly says: IDataObject;
	/** With every field filled in: what the request says then. */
	readonly filled?: { readonly parameters: IDataObject; readonly says: IDataObject };
	/** The address below the base URL, where it is not the call's own. */
	readonly path?: string;
	/** The item that the contract's example comes out as. Exactly this. */
	readonly first: IDataObject;
	/** What is answered instead of the contract's example, where that shows an empty list. */
	readonly answer?: IDataObject;
	/** How many items come of the example: 1 unless given. */
	readonly count?: number;
	/** Pages in the order they are answered; the records come out as these items, and the requests say this. */
	readonly pages?: {
		readonly answers: readonly IDataObject[];
		readonly says: readonly IDataObject[];
		readonly ids: readonly unknown[];
		/** The member of an item that tells them apart. */
		readonly id: string;
	};
	/** Changes are never repeated, and reads are. */
	readonly kind?: 'read' | 'change';
}

interface Said {
	readonly method: string;
	readonly path: string;
	readonly query: Record<string, string>;
	readonly body: unknown;
}

const inQuery = (method: string): boolean => method === 'GET' || method === 'DELETE';

const saidIn = ({ method, query, body }: Said): unknown => (inQuery(method) ? query : (body ?? {}));

/** Query strings hold texts. */
const asSaid = (method: string, says: IDataObject): IDataObject =>
	inQuery(method)
		? Object.fromEntries(Object.entries(says).map(([name, value]) => [name, String(value)]))
		: says;

/** What hostile or broken items hold where a text is expected. */
const HOSTILE: readonly unknown[] = [
	'',
	'   ',
	'\u0000',
	'../../admin',
	'a/b?c=d#e',
	'%2e%2e%2f',
	"'; DROP TABLE leads; --",
	'<script>alert(1)</script>',
	'{{ $json }}',
	'𝕁ané 🚀',
	'x'.repeat(20_000),
	0,
	-1,
	Number.NaN,
	true,
	null,
	[],
	['a', 'b'],
	{ a: { b: 'c' } },
];

/** Holds every plain operation of a vendor to what all of them promise. */
export function plainSuite(
	fixture: Fixture,
	node: RunSpec['node'],
	folder: string,
	cases: readonly PlainCase[],
): void {
	const contract = contractOf(node);

	describe.each(cases.map((one) => [one.id, one] as const))(`${node} %s`, (id, one) => {
		const [resource, operation] = id.split('.');
		const [method, template] = one.call.split(' ');
		const run = async (more: IDataObject = {}, extra: Partial<RunSpec> = {}) =>
			await fixture.run({
				node,
				...extra,
				parameters: { resource, operation, ...one.parameters, ...more },
			});
		const asked = (): Said[] =>
			fixture.sandbox.requests.filter(
				(request) =>
					request.method === method &&
					contract.find(request.method, request.path)?.template === template,
			);

		const { answer } = one;
		beforeEach(() => {
			if (answer) fixture.sandbox.scripts.set(one.call, () => answer);
		});

		it('asks exactly this, and gives the answer of the contract, item by item', async () => {
			const found = contract.find(method, one.path ?? template.replace(/\{\w+\}/g, 'x'));
			expect(found?.template).toBe(template);
			const result = await run({}, { items: [{ n: 1 }, { n: 2 }] });
			expect(result.error).toBeUndefined();
			const requests = asked();
			// Both items ask at once; what follows are further pages.
			const first = requests.slice(0, 2).map(saidIn);
			expect(first).toEqual([asSaid(method, one.says), asSaid(method, one.says)]);
			if (one.path !== undefined) expect(requests[0].path).toBe(one.path);
			const items = result.output('Node');
			const count = one.count ?? 1;
			expect(items).toHaveLength(2 * count);
			expect(items[0].json).toEqual(one.first);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
				...Array.from({ length: count }, () => ({ item: 0 })),
				...Array.from({ length: count }, () => ({ item: 1 })),
			]);
			expectToFitSchema(folder, resource, operation, [items[0].json]);
		});

		if (one.filled) {
			const { parameters, says } = one.filled;
			it('says everything that is filled in', async () => {
				const result = await run(parameters);
				expect(result.error).toBeUndefined();
				expect(saidIn(asked()[0])).toEqual(asSaid(method, says));
			});
		}

		if (one.pages) {
			const { answers, says, ids, id: name } = one.pages;
			it('reads on to the end, and no further than the limit', async () => {
				const script = () => {
					let page = 0;
					return () => answers[page++] ?? answers[answers.length - 1];
				};
				fixture.sandbox.scripts.set(one.call, script());
				const all = await run({ returnAll: true });
				expect(all.error).toBeUndefined();
				expect(all.json('Node').map((json) => json[name])).toEqual(ids);
				expect(asked().map(saidIn)).toEqual(says.map((said) => asSaid(method, said)));
				fixture.sandbox.scripts.set(one.call, script());
				const some = await run({ returnAll: false, limit: 1 });
				expect(some.json('Node').map((json) => json[name])).toEqual(ids.slice(0, 1));
			});
		}

		it('fails in words for an answer of another kind, and goes on when told to', async () => {
			fixture.sandbox.faults.add({ kind: 'status', status: 400, match: one.call });
			const stopped = shownError(await run());
			expect(stopped.message).toMatch(/\w+ \w+/);
			expect(stopped.details).toMatchObject({ retrySafe: true, outcome: 'notSent' });
			fixture.sandbox.faults.clear();
			fixture.sandbox.faults.add({
				kind: 'status',
				status: 400,
				times: 1,
				match: one.call,
			});
			const both = await run({}, { items: [{}, {}], onError: 'continueRegularOutput' });
			expect(both.error).toBeUndefined();
			const jsons = both.json('Node');
			expect(jsons.filter((json) => 'error' in json)).toHaveLength(1);
			expect(jsons.length).toBe(1 + (one.count ?? 1));
		});

		it(
			one.kind === 'change' ? 'is asked for once, whatever happens' : 'is tried again',
			async () => {
				const times = one.kind === 'change' ? 5 : 1;
				fixture.sandbox.faults.add({ kind: 'status', status: 503, times, match: one.call });
				const result = await run();
				if (one.kind === 'change') {
					expect(shownError(result).details).toMatchObject({ outcome: 'unknown' });
					expect(asked()).toHaveLength(1);
				} else {
					expect(result.error).toBeUndefined();
					expect(asked().length).toBeGreaterThanOrEqual(2);
				}
			},
		);

		const texts = Object.keys(one.parameters).filter(
			(name) =>
				typeof one.parameters[name] === 'string' || typeof one.parameters[name] === 'object',
		);
		if (texts.length > 0) {
			it('bears whatever an item holds, and keeps to the contract', async () => {
				for (const name of texts) {
					const items = HOSTILE.map((value) => ({ value })) as IDataObject[];
					const given = one.parameters[name];
					const expression = '={{ $json.value }}';
					const value =
						typeof given === 'object' && given !== null && '__rl' in given
							? { ...given, value: expression }
							: expression;
					const result = await run({ [name]: value }, { items, onError: 'continueRegularOutput' });
					expect(result.error).toBeUndefined();
					expect(
						new Set(result.output('Node').map((item) => JSON.stringify(item.pairedItem))).size,
					).toBe(HOSTILE.length);
					expect(result.saved).not.toMatch(/sandbox-\w+-(?:key|login-token)/);
				}
			});
		}
	});

	it('has a case for every call the contract shows an example of', () => {
		const without = cases.filter(({ call }) => {
			const [method, template] = call.split(' ');
			const found = contract.find(method, template.replace(/\{\w+\}/g, 'x'));
			return !found || exampleOf(node, found) === undefined;
		});
		expect(without.map(({ call }) => call)).toEqual([]);
	});
}
