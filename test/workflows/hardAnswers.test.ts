import type { IDataObject } from 'n8n-workflow';

import { PEOPLE } from '../sandbox';
import { locator, shownError, useFixture } from './support/fixture';
import { profileAddress } from './support/outx';

const fixture = useFixture();

const NO_PAUSE = { pauseMin: 0, pauseMax: 0 };
const recipient = locator('={{ $json.profile }}');
const SEND = { resource: 'message', operation: 'send', recipient, message: 'Hello' };
const message = (more: IDataObject = {}): IDataObject => ({ ...SEND, sending: NO_PAUSE, ...more });
const items = (...slugs: string[]): IDataObject[] =>
	slugs.map((slug) => ({ profile: profileAddress(slug) }));

const NODES = [
	['connectSafely', 'POST /message'],
	['linkupApi', '/v1/messages/send-message'],
	['outX', 'POST /linkedin-agent/send-message'],
] as const;

describe.each(NODES)('%s', (node, match) => {
	const run = async (parameters: IDataObject, people: IDataObject[], more = {}) =>
		await fixture.run({ node, parameters, items: people, ...more });

	it('gives a trickling answer two minutes, and nobody else waits for longer', async () => {
		const { sandbox, time } = fixture;
		sandbox.faults.add({ kind: 'trickle', match, delayMs: 5_000 });
		const begun = time.elapsed();
		const first = fixture.start({ node, parameters: message(), items: items(PEOPLE.connected) });
		const second = fixture.start({
			node,
			parameters: message(),
			items: items(PEOPLE.connectedToo),
		});
		const [slow, next] = await time.drive(Promise.all([first.result, second.result]));
		if (node === 'connectSafely') {
			// It was carried out, and this vendor's conversations prove it.
			expect(slow.json('Node')).toMatchObject([{ response: { seenAfterwards: true } }]);
		} else {
			expect(shownError(slow).details).toMatchObject({
				reason: 'vendorUnavailable',
				outcome: 'unknown',
				httpCode: 'ETIMEDOUT',
			});
		}
		expect(next.json('Node')).toMatchObject([{ outcome: 'sent' }]);
		expect(time.elapsed() - begun).toBeLessThan(140_000);
	});

	it('blames a wrong Base URL on nobody but the Base URL', async () => {
		const wrong = Object.fromEntries(
			Object.entries(fixture.credentials).map(([type, data]) => [
				type,
				{ ...data, baseUrl: `${String(data.baseUrl)}/api/v9` },
			]),
		);
		fixture.sandbox.faults.add({
			kind: 'status',
			status: 404,
			body: '<html>404</html>',
			times: 99,
		});
		const people = items(PEOPLE.connected, PEOPLE.connectedToo, 'john-doe-123');
		const result = await run(message(), people, {
			credentials: wrong,
			onError: 'continueRegularOutput',
		});
		for (const { error, details } of result.json('Node')) {
			expect(error).toMatch(/Base URL in the credential/);
			expect(details).toMatchObject({ reason: 'unexpectedAnswer', outcome: 'notSent' });
		}
		expect(fixture.sandbox.requests).toHaveLength(1);
		// The address is in no contract, on purpose.
		fixture.sandbox.reset();
	});

	it('names the field whose expression does not work, and not the vendor', async () => {
		const result = await run(
			message({ message: "={{ $('Nobody').first().json.text }}" }),
			items(PEOPLE.connected),
		);
		const { message: what, description, details } = shownError(result);
		expect(what).toMatch(/'Message'/);
		expect(description).not.toMatch(/ said:/);
		expect(details).toMatchObject({ reason: 'invalidInput', outcome: 'notSent' });
	});

	it.each([
		['Retry-After 0', { kind: 'throttle', retryAfter: 0 }],
		['a reset of the past', { kind: 'throttle', retryAfter: -60 }],
	] as const)('does not ask for ten people behind a 429 with %s', async (_, fault) => {
		fixture.sandbox.faults.add({ ...fault, match, times: 99 });
		const { memberId } = fixture.sandbox.world.person(PEOPLE.connected);
		const people = Array.from({ length: 10 }, (__, index) =>
			index === 0
				? { profile: `urn:li:person:${memberId}` }
				: { profile: `urn:li:person:ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ01234567${index}9` },
		);
		const result = await run(message(), people, { onError: 'continueRegularOutput' });
		expect(result.json('Node')).toHaveLength(10);
		const asked = fixture.sandbox.requests.filter(({ method, fault: struck }) => {
			return method === 'POST' && struck === 'throttle';
		});
		expect(asked).toHaveLength(1);
	});
});
