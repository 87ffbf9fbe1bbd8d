import type { ICredentialDataDecryptedObject, IExecuteFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { FaultSpec } from '../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/campaign/setting';
import { failureOf } from '../ends';
import { same } from '../../support/same';
import type { Case } from '../setting';
import { FIRST, SECOND, WAYS, contacts, message } from '../ways';
import { withContext } from '../withContext';

const [way] = WAYS.filter(({ node }) => node === 'connectSafely');
const spec = { node: way.node, parameters: message(way), items: contacts(FIRST, SECOND) };

const limit: Case = {
	name: 'A limit, in plain words',
	async check({ run, sandbox }) {
		sandbox.faults.add({ kind: 'quota', match: way.call });
		const { message: what, description, httpCode, details } = failureOf(await run(spec));
		same('which item', what.endsWith(' [Item 0]'), true);
		same('what to do', /^[A-Z].+\./.test(description), true);
		same('what workflows read', [httpCode, details.reason], ['429', 'limitReached']);
	},
};

const FAULTS: ReadonlyArray<FaultSpec & { readonly delivered: number }> = [
	{ kind: 'resetBefore', delivered: 0 },
	{ kind: 'resetAfter', delivered: 1 },
	{ kind: 'status', status: 500, processed: true, delivered: 1 },
	{ kind: 'html', processed: true, delivered: 1 },
];

const lost: Case = {
	name: 'A lost answer is called unknown',
	async check({ run, sandbox }) {
		for (const { delivered, ...fault } of FAULTS) {
			sandbox.reset();
			sandbox.faults.add({ ...fault, match: way.call });
			sandbox.faults.add({ kind: 'status', status: 500, times: 99, match: /^GET / });
			const { details } = failureOf(await run(spec));
			same(`after ${fault.kind}`, [details.outcome, details.retrySafe], ['unknown', false]);
			same(`delivered after ${fault.kind}`, sandbox.deliveries.length, delivered);
		}
	},
};

const unreachable: Case = {
	name: 'A vendor that cannot be reached',
	async check({ run, sandbox }) {
		const good = sandboxCredentials(sandbox);
		const connectSafelyAiApi = { ...good.connectSafelyAiApi, baseUrl: 'http://127.0.0.1:9' };
		const failed = await run({ ...spec, credentials: { ...good, connectSafelyAiApi } });
		const { details, message: what } = failureOf(failed);
		same('what happened', /could not be reached/.test(what), true);
		const told = [details.reason, details.outcome, details.httpCode];
		same('what workflows read', told, ['vendorUnavailable', 'notSent', 'ECONNREFUSED']);
	},
};

/** An n8n whose route to the vendor goes away while a message is on its way. */
function routeless(context: IExecuteFunctions): IExecuteFunctions {
	const { helpers } = context;
	const usual = helpers.httpRequestWithAuthentication;
	let isGone = false;
	const lostRoute: typeof usual = async function (this: IExecuteFunctions, type, options) {
		// Who the person is has to be known before.
		isGone ||= options.method === 'POST';
		if (!isGone) return (await usual.call(this, type, options)) as unknown;
		const error = new Error('read EHOSTUNREACH');
		const facts = { code: 'EHOSTUNREACH', errno: -113, syscall: 'read' };
		const asIs = Object.assign(error, facts) as unknown as JsonObject;
		return await Promise.reject(new NodeApiError(context.getNode(), asIs));
	};
	return new Proxy(context, {
		get: (target, name) =>
			name === 'helpers'
				? { ...helpers, httpRequestWithAuthentication: lostRoute }
				: (Reflect.get(target, name, target) as unknown),
	});
}

const route: Case = {
	name: 'A route that goes away under a request',
	async check({ run, nodeTypes }) {
		const failed = await run({ ...spec, nodeTypes: withContext(nodeTypes, routeless) });
		const { details } = failureOf(failed);
		same('what workflows read', [details.outcome, details.retrySafe], ['unknown', false]);
	},
};

/** What is wrong with a credential, by what somebody typed, and what is said then. */
const SLIPS: ReadonlyArray<readonly [ICredentialDataDecryptedObject, RegExp]> = [
	[{ apiKey: '' }, /API Key in the credential is empty/],
	[{ apiKey: 'two words' }, /API Key in the credential has a space/],
	[{ baseUrl: 'http://api.connectsafely.example' }, /Base URL uses http/],
	[{ apiKey: 'somebody-elses-key' }, /did not accept the API key/],
];

const credential: Case = {
	name: 'Slips in a credential, in plain words',
	async check({ run, sandbox }) {
		const good = sandboxCredentials(sandbox);
		for (const [slip, wanted] of SLIPS) {
			const connectSafelyAiApi = { ...good.connectSafelyAiApi, ...slip };
			const failed = await run({ ...spec, credentials: { ...good, connectSafelyAiApi } });
			const { message: what, details } = failureOf(failed);
			if (!wanted.test(what)) throw new Error(`${JSON.stringify(slip)} is called: ${what}`);
			same(`outcome with ${JSON.stringify(slip)}`, details.outcome, 'notSent');
		}
		same('reached', sandbox.deliveries.length, 0);
	},
};

/** What older versions of n8n tell less about. */
export const failing: readonly Case[] = [limit, lost, unreachable, route, credential];
