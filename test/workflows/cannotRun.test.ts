import { useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';

/**
 * What n8n makes of an error that a node throws under Continue On Fail: nothing. It hands the input on as
 * the output, and everybody in it looks reached.
 */
describe('a node that cannot run at all, with On Error set to continue', () => {
	const fixture = useFixture();
	const sending = { pauseMin: 0, pauseMax: 0 };
	const send = { resource: 'message', operation: 'send', recipient: 'jane-doe', message: 'Hello' };
	const items = [{ name: 'Jane' }, { name: 'John' }];

	const spoiled = (type: string, change: object): RunSpec['credentials'] =>
		({
			...fixture.credentials,
			[type]: { ...fixture.credentials[type], ...change },
		}) as RunSpec['credentials'];

	const CASES: ReadonlyArray<readonly [string, RunSpec['node'], string]> = [
		['OutX', 'outX', 'outXApi'],
		['ConnectSafely.ai', 'connectSafely', 'connectSafelyAiApi'],
		['LinkupAPI', 'linkupApi', 'linkupLoginTokenApi'],
	];

	it.each(CASES)(
		'%s passes nobody on as reached: the base URL is nonsense',
		async (_, node, type) => {
			const result = await fixture.run({
				node,
				items,
				parameters: { ...send, sending },
				onError: 'continueErrorOutput',
				credentials: spoiled(type, { baseUrl: 'nonsense' }),
			});
			expect(result.json('Node', 0)).toEqual([]);
			expect(result.json('Node', 1)).toMatchObject(
				items.map((item) => ({ ...item, details: { outcome: 'notSent', reason: 'invalidInput' } })),
			);
		},
	);

	it.each(CASES)(
		'%s passes nobody on as reached: the credential is gone',
		async (_, node, type) => {
			const credentials = { ...fixture.credentials };
			delete credentials[type];
			const result = await fixture.run({
				node,
				items,
				parameters: { ...send, sending },
				onError: 'continueRegularOutput',
				credentials: credentials as RunSpec['credentials'],
			});
			expect(result.json('Node')).toMatchObject(
				items.map(() => ({ details: { outcome: 'notSent', reason: 'authentication' } })),
			);
			expect(result.json('Node')[0].error).toBe('This node could not use its credential');
		},
	);

	it('is an error of the node otherwise', async () => {
		const parameters = { ...send, operation: 'shout', sending };
		const result = await fixture.run({ node: 'outX', items, parameters });
		expect(result.error?.message).toBe('This operation is not offered by this node');
	});

	it('is told item by item where the operation does not exist', async () => {
		const parameters = { ...send, operation: 'shout', sending };
		const onError = 'continueErrorOutput';
		const result = await fixture.run({ node: 'outX', items, parameters, onError });
		expect(result.json('Node', 0)).toEqual([]);
		expect(result.json('Node', 1)).toHaveLength(2);
	});
});
