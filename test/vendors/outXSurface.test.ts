import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { OutX } from '../../nodes/OutX/OutX.node';
import { outX } from '../../nodes/OutX/vendor';
import { schemaOf } from '../../scripts/build/schemas';

const { properties } = new OutX().description;

const SENDING = {
	pauseMin: 30,
	pauseMax: 60,
	skipContacted: false,
	maxPerDay: 0,
	onLimit: 'stop',
	// On when it is added; left out, it is off.
	dryRun: true,
	sendAgain: false,
};
/** Only where there is a text to check. */
const TEXTLESS = /^(?:post|collectedPost)\.like$/;
const WAITING = { maxWait: 150, pollInterval: 5, onTimeout: 'returnTask' };

/** surface.md's operations and parameters; those it does not name come after the bar. Notices hold no value. */
const SURFACE = {
	'message.send': 'recipient message waitForResult options sending |',
	'connection.sendRequest': 'recipient note waitForResult options sending |',
	'connection.getAll': 'waitForResult options | returnAll limit keyword sort simplify',
	'profile.get': 'recipient waitForResult options | simplify',
	'profile.search': 'waitForResult options | filters limit simplify',
	'profile.getPosts': 'recipient waitForResult options | limit',
	'company.get': 'waitForResult options | company',
	'company.getPosts': 'waitForResult options | company limit',
	'post.like': 'waitForResult options sending | post',
	'post.comment': 'waitForResult options sending | post comment',
	'task.get': 'taskId |',
	'task.waitFor': 'taskId options |',
	'watchlist.create': '| watchlistType findBy keywords rules prompt people companies options',
	'watchlist.get': '| watchlistType watchlist simplify',
	'watchlist.getAll': '| watchlistType returnAll limit simplify',
	'watchlist.update': '| watchlistType watchlist updateFields',
	'watchlist.delete': '| watchlistType watchlist',
	'collectedPost.getAll': '| watchlist returnAll limit filters sort simplify',
	'collectedPost.like': 'sending | post teamMember actAs companyTitle',
	'collectedPost.comment': 'sending | post teamMember actAs companyTitle comment',
	'interaction.getAll': '| watchlist interactionType returnAll limit actorIds simplify',
	'team.get': '|',
};

/** Operations of which `options` say how long to wait. */
const WAITING_FOR = /^(?!watchlist|collectedPost|interaction|team|task\.get$)/;

const isShown = (property: INodeProperties, resource: string, operation: string): boolean => {
	const show = property.displayOptions?.show ?? {};
	return (
		(show.resource?.includes(resource) ?? true) && (show.operation?.includes(operation) ?? true)
	);
};

const parametersOf = (id: string): INodeProperties[] => {
	const [resource, operation] = id.split('.');
	return properties.filter(
		(property) =>
			!['resource', 'operation'].includes(property.name) &&
			property.type !== 'notice' &&
			isShown(property, resource, operation),
	);
};

const defaultsOf = (collection: INodeProperties): Record<string, unknown> =>
	Object.fromEntries(
		(collection.options as INodeProperties[]).map((member) => [member.name, member.default]),
	);

describe('the surface of OutX', () => {
	it('offers the operations saved workflows may name', () => {
		expect(
			outX.operations.map(({ resource, operation }) => `${resource}.${operation}`).sort(),
		).toEqual(Object.keys(SURFACE).sort());
		const offered = properties
			.filter(({ name }) => name === 'operation')
			.flatMap((property) =>
				(property.options as INodePropertyOptions[]).map(
					({ value }) => `${String(property.displayOptions?.show?.resource?.[0])}.${String(value)}`,
				),
			);
		expect(offered.sort()).toEqual(Object.keys(SURFACE).sort());
	});

	it.each(Object.entries(SURFACE))('has the parameters of %s, each once', (id, names) => {
		const expected = names.split(/[ |]+/).filter(Boolean);
		expect(
			parametersOf(id)
				.map(({ name }) => name)
				.sort(),
		).toEqual(expected.sort());
	});

	it.each(Object.keys(SURFACE))('has the defaults of the surface in %s', (id) => {
		const byName = Object.fromEntries(parametersOf(id).map((p) => [p.name, p]));
		if (byName.waitForResult) expect(byName.waitForResult.default).toBe(true);
		if (WAITING_FOR.test(id)) expect(defaultsOf(byName.options)).toEqual(WAITING);
		const sending = TEXTLESS.test(id) ? SENDING : { ...SENDING, textCheck: 'refuse' };
		if (byName.sending) expect(defaultsOf(byName.sending)).toEqual(sending);
		for (const { type, default: value } of Object.values(byName)) {
			if (type === 'collection') expect(value).toEqual({});
		}
	});

	it('lets a recipient be named in every way, with a list that exists', () => {
		const recipients = properties.filter(({ name }) => name === 'recipient');
		const methods = Object.keys(new OutX().methods.listSearch);
		expect(recipients).not.toHaveLength(0);
		for (const { modes, type, default: value } of recipients) {
			expect(type).toBe('resourceLocator');
			expect(modes?.map(({ name }) => name)).toEqual(['list', 'url', 'id', 'urn']);
			expect(methods).toContain(modes?.[0].typeOptions?.searchListMethod);
			expect(value).toEqual({ mode: 'url', value: '' });
		}
	});

	it('shows how to wait only where it is waited', () => {
		for (const id of ['message.send', 'profile.get']) {
			const collection = parametersOf(id).find(({ name }) => name === 'options');
			for (const member of collection?.options as INodeProperties[]) {
				expect(member.displayOptions?.show).toEqual({ '/waitForResult': [true] });
			}
		}
		const ofTask = parametersOf('task.waitFor').find(({ name }) => name === 'options');
		for (const member of ofTask?.options as INodeProperties[]) {
			expect(member.displayOptions).toBeUndefined();
		}
	});

	it('is the type saved workflows name', () => {
		const { name, version, credentials, usableAsTool } = new OutX().description;
		expect({ name, version, credentials, usableAsTool }).toEqual({
			name: 'outX',
			version: 1,
			credentials: [{ name: 'outXApi', required: true }],
			usableAsTool: true,
		});
	});

	// No key of the team's answer is documented.
	const described = Object.keys(SURFACE).filter((id) => id !== 'team.get');

	it.each(described)('has an output schema n8n can show for %s', (id) => {
		const [resource, operation] = id.split('.');
		expect(schemaOf('OutX', resource, operation)).toMatchObject({
			type: 'object',
			properties: expect.any(Object),
		});
	});
});
