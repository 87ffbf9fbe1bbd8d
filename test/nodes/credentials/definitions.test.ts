import type { ICredentialType, INodePropertyOptions } from 'n8n-workflow';

import { fs, path, root } from '../../support/node';
import { CLASS_NAMES, TYPES } from './types';

const secret = { type: 'string', default: '', password: true };
const plain = { type: 'string', default: '', password: false };
const url = (value: string) => ({ ...plain, default: value });

/** surface.md, "Credentials". */
const SURFACE = {
	OutXApi: {
		name: 'outXApi',
		displayName: 'OutX API',
		anchor: 'outx-api',
		fields: { apiKey: secret, baseUrl: url('https://api.outx.ai') },
	},
	ConnectSafelyAiApi: {
		name: 'connectSafelyAiApi',
		displayName: 'ConnectSafely.ai API',
		anchor: 'connectsafelyai-api',
		fields: { apiKey: secret, baseUrl: url('https://api.connectsafely.ai/linkedin') },
	},
	LinkupLoginTokenApi: {
		name: 'linkupLoginTokenApi',
		displayName: 'LinkupAPI Login Token API',
		anchor: 'linkupapi-login-token-api',
		fields: {
			apiKey: secret,
			loginToken: secret,
			country: { type: 'options', default: 'FR', password: false },
			email: plain,
			password: secret,
			baseUrl: url('https://api.linkupapi.com'),
		},
	},
	LinkupAccountApi: {
		name: 'linkupAccountApi',
		displayName: 'LinkupAPI Account API',
		anchor: 'linkupapi-account-api',
		fields: { apiKey: secret, baseUrl: url('https://api.linkupapi.com') },
	},
};

describe.each(CLASS_NAMES)('%s', (className) => {
	const type: ICredentialType = new TYPES[className]();
	const surface = SURFACE[className];

	it('is called as the surface says', () => {
		expect(type.name).toBe(surface.name);
		expect(type.displayName).toBe(surface.displayName);
		expect(fs.existsSync(path.join(root, 'credentials', `${className}.credentials.ts`))).toBe(true);
	});

	it('has the fields of the surface, in their order', () => {
		const fields = type.properties.map(({ name, type: kind, default: value, typeOptions }) => [
			name,
			{ type: kind, default: value, password: typeOptions?.password === true },
		]);
		expect(fields).toEqual(Object.entries(surface.fields));
	});

	it('explains each field in one to three sentences', () => {
		for (const { description = '', hint } of type.properties) {
			expect(description).toMatch(/^[A-Z].+\.$/);
			expect(description.match(/\.( |$)/g)?.length).toBeLessThanOrEqual(3);
			if (hint) expect(hint.length).toBeLessThan(200);
		}
	});

	it('wants the key, and nothing else', () => {
		expect(type.properties.filter(({ required }) => required).map(({ name }) => name)).toEqual([
			'apiKey',
		]);
	});

	it('links to its own section of the README', () => {
		expect(type.documentationUrl).toBe(
			`https://github.com/linkedin-outreach/n8n-nodes-linkedin-outreach#${surface.anchor}`,
		);
	});

	it('has a light and a dark icon, small and square', () => {
		const { light, dark } = type.icon as { light: string; dark: string };
		expect(light).not.toBe(dark);
		for (const icon of [light, dark]) {
			const svg = fs.readFileSync(
				path.join(root, 'credentials', icon.replace('file:', '')),
				'utf8',
			);
			expect(svg).toContain('width="60" height="60" viewBox="0 0 60 60"');
			expect(svg.length).toBeLessThan(1500);
			expect(svg).not.toMatch(/<script|<image|href|<text/);
		}
	});
});

it('tells OutX operators about the 48 hours of the extension', () => {
	expect(new TYPES.OutXApi().properties[0].hint).toMatch(/Chrome.*extension.*48 hours/);
});

describe('LinkupLoginTokenApi', () => {
	const field = (name: string) =>
		new TYPES.LinkupLoginTokenApi().properties.find((property) => property.name === name);

	it('offers the countries of the vendor by name, in order', () => {
		const options = field('country')?.options as INodePropertyOptions[];
		expect(options.map(({ value }) => value).sort()).toEqual(
			['US', 'UK', 'FR', 'DE', 'NL', 'IT', 'IL', 'CA', 'BR', 'ES', 'IN'].sort(),
		);
		const names = options.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
	});

	it.each([
		['loginToken', /Leave it empty at first: run the Log In operation/],
		['email', /Log In.*leave it empty otherwise/],
		['password', /Log In.*leave it empty otherwise/],
	])('says when %s may stay empty', (name, words) => {
		expect(field(name)?.description).toMatch(words);
	});
});
