import type { IDataObject } from 'n8n-workflow';

import { locator, shownError, useFixture } from './support/fixture';
import type { RunSpec } from './support/fixture';

const fixture = useFixture();

const FREE = { pauseMin: 0, pauseMax: 0 };
const [first, second] = ['jane-doe-sales', 'john-doe-123'];

const VENDORS: ReadonlyArray<RunSpec['node']> = ['outX', 'connectSafely', 'linkupApi'];

const message = (text: string, sending: IDataObject = {}, more: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'send',
	recipient: locator('={{ $json.profile }}'),
	message: text,
	sending: { ...FREE, ...sending },
	...more,
});

const hints = (result: Awaited<ReturnType<typeof fixture.run>>): string =>
	result
		.hints('Node')
		.map(({ message: text }) => text)
		.join('\n');

describe.each(VENDORS)('%s', (node) => {
	it('sends no unfinished text, and names what is unfinished before anything leaves', async () => {
		const result = await fixture.run({
			node,
			parameters: message('=Hi {{ $json.name }},\nwelcome!'),
			items: [
				{ profile: first, name: 'Jane' },
				{ profile: second, name: '' },
			],
		});
		expect(shownError(result).description).toMatch(/'Message'/);
		expect(shownError(result).details).toMatchObject({
			reason: 'invalidInput',
			outcome: 'notSent',
		});
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('cleans up, or sends to the letter, where the operator says so', async () => {
		const cleaned = await fixture.run({
			node,
			parameters: message('<p>Hi Jane,</p><p>see you &amp; yours</p>', { textCheck: 'cleanUp' }),
			items: [{ profile: first }],
		});
		expect(cleaned.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		const asItIs = await fixture.run({
			node,
			parameters: message('Use {{first_name}} in the template', { textCheck: 'off' }),
			items: [{ profile: first }],
		});
		expect(asItIs.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		await fixture.time.drive(Promise.resolve());
		const texts = fixture.sandbox.deliveries.map(({ text }) => text);
		expect(texts).toEqual(['Hi Jane,\n\nsee you & yours', 'Use {{first_name}} in the template']);
	});

	it('refuses a note with a placeholder too', async () => {
		const result = await fixture.run({
			node,
			parameters: {
				...{ resource: 'connection', operation: 'sendRequest', note: 'Hi [First Name]' },
				...{ recipient: locator('={{ $json.profile }}'), sending: FREE },
			},
			items: [{ profile: 'marie-lefevre-3b2' }],
		});
		expect(shownError(result).message).toMatch(/'Note'.*\[First Name\]/);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('refuses one recipient for all items, where the texts differ', async () => {
		const result = await fixture.run({
			node,
			parameters: message(
				'=Hi {{ $json.name }}',
				{},
				{
					recipient: locator('={{ $input.first().json.profile }}'),
				},
			),
			items: [
				{ profile: first, name: 'Jane' },
				{ profile: second, name: 'John' },
			],
			onError: 'continueRegularOutput',
		});
		expect(result.json('Node')).toMatchObject([
			{ error: expect.stringMatching(/All 2 items name the same person/) as unknown },
			{ error: expect.stringMatching(/All 2 items name the same person/) as unknown },
		]);
		expect(fixture.sandbox.requests).toHaveLength(0);
	});

	it('says that one greeting goes to different people, in the dry run and after the run', async () => {
		for (const dryRun of [true, false]) {
			const result = await fixture.run({
				node,
				parameters: message('=Hi {{ $input.first().json.name }}, welcome', { dryRun }),
				items: [
					{ profile: first, name: 'Bob' },
					{ profile: second, name: 'John' },
				],
			});
			expect(hints(result)).toMatch(/All texts greet “Bob”, though they go to different people/);
		}
	});

	it('names a fixed recipient behind several items', async () => {
		const result = await fixture.run({
			node,
			parameters: message('Hello', { dryRun: true }, { recipient: locator(first, 'id') }),
			items: [{}, {}, {}],
		});
		expect(hints(result)).toMatch(
			/'Recipient' is a fixed value, so all 3 items name jane-doe-sales/,
		);
	});
});
