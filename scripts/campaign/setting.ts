import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { memberKeys, readMember } from '../../nodes/shared/linkedin';
import type { Member } from '../../nodes/shared/linkedin';
import type { Sandbox } from '../../test/sandbox';
import { ACCOUNTS } from '../../test/sandbox';
import type { WorkflowFile } from '../../test/support/engine';
import { nodeProcess } from '../../test/support/node';

export const PACKAGE = 'n8n-nodes-linkedin-outreach.';

/** Seconds: a trial is to be watched, not waited for. */
export const TRIAL_PAUSE = { pauseMin: 0.3, pauseMax: 0.8 } as const;

type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** The workflow's nodes that are ours. */
export const ourNodes = ({ nodes }: WorkflowFile) =>
	nodes.filter(({ type, disabled }) => type.startsWith(PACKAGE) && !disabled);

/** Working credentials for the sandbox. */
export function sandboxCredentials({ keys, baseUrls }: Sandbox): Credentials {
	const linkup = { apiKey: keys.linkupApi, baseUrl: baseUrls.linkupApi };
	return {
		outXApi: { apiKey: keys.outX, baseUrl: baseUrls.outX },
		connectSafelyAiApi: { apiKey: keys.connectSafely, baseUrl: baseUrls.connectSafely },
		linkupLoginTokenApi: { ...linkup, loginToken: keys.loginToken, country: 'FR' },
		linkupAccountApi: linkup,
	};
}

/** Environment variables that hold what a credential type needs, by field. */
const VARIABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	outXApi: { apiKey: 'OUTX_API_KEY' },
	connectSafelyAiApi: { apiKey: 'CONNECTSAFELY_API_KEY' },
	linkupLoginTokenApi: {
		apiKey: 'LINKUPAPI_API_KEY',
		loginToken: 'LINKUPAPI_LOGIN_TOKEN',
		country: 'LINKUPAPI_COUNTRY',
	},
	linkupAccountApi: { apiKey: 'LINKUPAPI_API_KEY' },
};

/** Credentials out of the environment, for the types the given nodes use. Throws naming what is missing. */
export function liveCredentials(workflow: WorkflowFile): Credentials {
	const types = new Set(ourNodes(workflow).flatMap((node) => Object.keys(node.credentials ?? {})));
	const missing: string[] = [];
	const credentials: Credentials = {};
	for (const type of types) {
		credentials[type] = {};
		for (const [field, variable] of Object.entries(VARIABLES[type] ?? {})) {
			const value = nodeProcess.env[variable];
			if (value) credentials[type][field] = value;
			else if (field !== 'country') missing.push(variable);
		}
	}
	if (missing.length === 0) return credentials;
	throw new Error(`For --live, set ${[...new Set(missing)].join(', ')} in the environment.`);
}

/** The same workflow with pauses short enough to watch. */
export function withShortPauses(workflow: WorkflowFile): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		if (!node.type.startsWith(PACKAGE)) return node;
		const sending = node.parameters.sending as IDataObject | undefined;
		return { ...node, parameters: { ...node.parameters, sending: { ...sending, ...TRIAL_PAUSE } } };
	});
	return { ...workflow, nodes: nodes as WorkflowFile['nodes'] };
}

/** Whoever the reference names; nobody for one the nodes will refuse. */
function memberOf(reference: unknown): Member {
	try {
		return readMember(reference);
	} catch {
		return {};
	}
}

function nameOf({ name }: IDataObject): { firstName: string; lastName: string } {
	const [firstName = 'Somebody', ...rest] = String(name ?? '')
		.split(' ')
		.filter(Boolean);
	return { firstName, lastName: rest.join(' ') };
}

const SENDERS = [ACCOUNTS.outXAdmin, ACCOUNTS.connectSafelyDefault, ACCOUNTS.linkupMain] as const;

/**
 * Lets people of a foreign contacts file live in the sandbox, so that a trial with it means something:
 * whoever is to get a message is a connection there.
 *
 * @returns how many moved in
 */
export function moveIn({ world }: Sandbox, contacts: readonly IDataObject[]): number {
	let moved = 0;
	for (const contact of contacts) {
		const member = memberOf(contact.linkedin);
		const { publicIdentifier } = member;
		const isKnown = memberKeys(member).some((key) => world.find(key.slice(key.indexOf(':') + 1)));
		if (isKnown || publicIdentifier === undefined) continue;
		const person = world.addPerson({ publicIdentifier, ...nameOf(contact) });
		moved++;
		if (contact.step !== 'message') continue;
		for (const sender of SENDERS) world.connect(sender, person);
	}
	return moved;
}
