import type {
	ICredentialType,
	INodeProperties,
	INodeType,
	INodeTypeBaseDescription,
} from 'n8n-workflow';

import { assert, fs, path } from '../../../support/node';
import { PACKAGE, installed } from '../installed';
import type { Check, Stage } from '../stage';

interface Served {
	readonly name: string;
	readonly iconUrl: { readonly light: string; readonly dark: string };
	readonly properties: INodeProperties[];
}

async function served({ editor }: Stage, file: string): Promise<Served[]> {
	const { status, text } = await editor.rest.open(`/types/${file}.json`);
	assert.equal(status, 200, `n8n answered ${status} to /types/${file}.json`);
	return JSON.parse(text) as Served[];
}

async function haveIcons({ editor }: Stage, types: readonly Served[]): Promise<void> {
	for (const { name, iconUrl } of types) {
		assert.ok(iconUrl.light && iconUrl.dark, `${name} has no icon for light and dark`);
		assert.notEqual(iconUrl.light, iconUrl.dark, `${name} has one icon for light and dark`);
		for (const url of Object.values(iconUrl)) {
			const { status, type, text } = await editor.rest.open(`/${url}`);
			assert.equal(status, 200, `${url} answers ${status}`);
			assert.match(type, /^image\/svg\+xml/, `${url} is served as ${type}`);
			assert.match(text, /<svg[\s>]/, `${url} is no SVG`);
		}
	}
}

/**
 * Without what n8n adds: to Resource and Operation of every node whose credential it can use itself, and
 * the times at which a trigger polls.
 */
function withoutAdditions(properties: readonly INodeProperties[]): INodeProperties[] {
	const own = properties.filter(({ name }) => name !== 'pollTimes');
	return own.map((property) =>
		property.name === 'resource' || property.name === 'operation'
			? {
					...property,
					options: property.options?.filter(({ name }) => name !== 'Custom API Call'),
				}
			: property,
	);
}

const asServed = (value: object): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** The members that n8n fills in itself: where the icon is, the codex file, the package's version. */
const ADDED = ['iconUrl', 'icon', 'codex', 'communityNodePackageVersion', 'supportedNodes', 'name'];

/** A method cannot be sent to the editor; n8n sends an empty object in its place. */
const SENT_AS_NOTHING = 'authenticate';

/** Fields that n8n puts into every credential it can use for its own HTTP Request node. */
const ADDED_FIELDS = ['allowedHttpRequestDomains', 'allowedDomains'];

function sameAs(stated: object, given: object, name: string): void {
	const strip = (value: object): object =>
		Object.fromEntries(
			Object.entries(asServed(value) as object).filter(
				([key]) => !ADDED.includes(key) && key !== SENT_AS_NOTHING,
			),
		);
	assert.deepEqual(strip(given), strip(stated), `n8n changed what ${name} states`);
}

export const packageChecks: readonly Check[] = [
	{
		name: 'n8n lists every node and credential, with its icons for light and dark',
		async run(stage) {
			const { folder } = stage;
			const nodes = (await served(stage, 'nodes')).filter(({ name }) =>
				name.startsWith(`${PACKAGE}.`),
			);
			const wanted = installed<INodeType>(folder, 'nodes').map(({ description }) => description);
			const expected = wanted.flatMap(({ name, usableAsTool }) =>
				usableAsTool ? [name, `${name}Tool`] : [name],
			);
			assert.deepEqual(
				nodes.map(({ name }) => name.slice(PACKAGE.length + 1)).sort(),
				expected.sort(),
			);
			await haveIcons(stage, nodes);
			const names = installed<ICredentialType>(folder, 'credentials').map(({ name }) => name);
			const credentials = (await served(stage, 'credentials')).filter(({ name }) =>
				names.includes(name),
			);
			assert.equal(credentials.length, names.length, 'Not every credential type is listed');
			await haveIcons(stage, credentials);
		},
	},
	{
		name: 'n8n takes every description as it stands, and logs nothing against the package',
		async run(stage) {
			const { folder } = stage;
			const nodes = await served(stage, 'nodes');
			for (const { description } of installed<INodeType>(folder, 'nodes')) {
				const given = nodes.find(({ name }) => name === `${PACKAGE}.${description.name}`);
				assert.ok(given, `n8n does not list ${description.name}`);
				const properties = withoutAdditions(given.properties);
				sameAs(description as INodeTypeBaseDescription, { ...given, properties }, description.name);
			}
			const credentials = await served(stage, 'credentials');
			for (const credential of installed<ICredentialType>(folder, 'credentials')) {
				const given = credentials.find(({ name }) => name === credential.name);
				assert.ok(given, `n8n does not list ${credential.name}`);
				const properties = given.properties.filter(({ name }) => !ADDED_FIELDS.includes(name));
				sameAs(credential, { ...given, properties }, credential.name);
			}
			const log = fs.readFileSync(path.join(folder, 'n8n.log'), 'utf8').split('\n');
			const against = log.filter((line) => line.includes(PACKAGE));
			assert.deepEqual(against, [], 'n8n logged something about the package');
		},
	},
];
