import { KEYS } from '../constants';
import { FEATURES } from '../connectSafely/quotas';
import type { FaultSpec } from '../faults';
import type { Service } from '../service';
import { asObject } from '../types';
import type { Answer, Json } from '../types';

/** The sandbox's own paths, for people and for processes outside. */
export function control(service: Service, method: string, path: string, body: unknown): Answer {
	service.world.settle();
	switch (`${method} ${path}`) {
		case 'GET /_sandbox/deliveries':
			return { status: 200, body: service.world.delivered };
		case 'GET /_sandbox/requests':
			return { status: 200, body: service.log.entries };
		case 'GET /_sandbox/violations':
			return { status: 200, body: service.violations };
		case 'GET /_sandbox/state':
			return { status: 200, body: state(service) };
		case 'POST /_sandbox/reset':
			service.reset();
			return { status: 200, body: { reset: true } };
		case 'GET /_sandbox/faults':
			return { status: 200, body: service.faults.all };
		case 'POST /_sandbox/faults':
			return addFaults(service, body);
		case 'DELETE /_sandbox/faults':
			service.faults.clear();
			return { status: 200, body: { cleared: true } };
		case 'POST /_sandbox/settings':
			return change(service, asObject(body));
		default:
			return { status: 404, body: { error: `The sandbox has no ${method} ${path}` } };
	}
}

/** One fault or a list of them; `match` can only be a string here. */
function addFaults(service: Service, body: unknown): Answer {
	const specs = (Array.isArray(body) ? body : [body]).map(asObject);
	if (specs.some((spec) => typeof spec.kind !== 'string')) {
		return { status: 400, body: { error: 'A fault needs a kind' } };
	}
	return {
		status: 200,
		body: specs.map((spec) => service.faults.add(spec as unknown as FaultSpec)),
	};
}

/** Sets switches: `{ "outX": { "taskDuration": 5000 }, "linkup": { "credits": 3 } }`. */
function change(service: Service, body: Json): Answer {
	const { outX, connectSafely, linkup } = service.world;
	const parts: Record<string, object> = { outX, connectSafely, linkup };
	for (const [name, values] of Object.entries(body)) {
		const part = parts[name];
		const unknown = Object.keys(asObject(values)).find((key) => !part || !(key in part));
		if (!part || unknown)
			return { status: 400, body: { error: `No setting ${name}.${unknown ?? ''}` } };
		try {
			Object.assign(part, values);
		} catch (error) {
			return { status: 400, body: { error: String(error) } };
		}
	}
	return { status: 200, body: state(service) };
}

function state(service: Service): Json {
	const { world } = service;
	return {
		now: new Date(world.now()).toISOString(),
		people: world.people,
		accounts: world.accounts.map((account) => ({
			...account,
			connected: world.related(account.id, 'connected').map((p) => p.publicIdentifier),
			invited: world.related(account.id, 'invited').map((p) => p.publicIdentifier),
			inviting: world.related(account.id, 'inviting').map((p) => p.publicIdentifier),
			...(account.vendor === 'connectSafely' && {
				quotas: FEATURES.map((feature) => world.connectSafely.quotas.report(account.id, feature)),
			}),
		})),
		outX: { tasks: world.outX.tasks, invitationsUsed: world.outX.invitationsUsed },
		linkup: { credits: world.linkup.credits },
		deliveries: world.delivered.length,
		violations: service.violations.length,
	};
}

/** What a person sees who opens the address. */
export function welcome(baseUrls: Record<string, string>): Answer {
	const text = [
		'LinkedIn outreach sandbox: OutX, ConnectSafely.ai and LinkupAPI on one local server.',
		'Nothing here reaches LinkedIn, and the keys work nowhere else.',
		'',
		`OutX           ${baseUrls.outX}   x-api-key: ${KEYS.outX}`,
		`ConnectSafely  ${baseUrls.connectSafely}   Authorization: Bearer ${KEYS.connectSafely}`,
		`LinkupAPI      ${baseUrls.linkupApi}   x-api-key: ${KEYS.linkupApi}`,
		`               login_token (V1): ${KEYS.loginToken}`,
		'',
		'GET  /_sandbox/deliveries   who was reached',
		'GET  /_sandbox/requests     what was asked',
		'GET  /_sandbox/violations   what broke a contract',
		'GET  /_sandbox/state        people, accounts, tasks, quotas, credits',
		'POST /_sandbox/reset        back to the start',
		'POST /_sandbox/faults       {"vendor":"outX","match":"POST /linkedin-agent/send-message","kind":"resetAfter"}',
		'POST /_sandbox/settings     {"outX":{"taskDuration":5000}}',
		'',
	];
	return {
		status: 200,
		raw: text.join('\n'),
		headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	};
}
