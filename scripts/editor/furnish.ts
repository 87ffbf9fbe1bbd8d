import { LOGINS } from '../../test/sandbox';
import type { Sandbox } from '../../test/sandbox';
import { fs, path } from '../../test/support/node';
import { readJson } from './files';
import { root } from './places';
import type { Rest } from './rest';

/** Who logs in. The password satisfies n8n's rules and guards nothing: the editor listens on loopback. */
export const OWNER = {
	email: 'sales@example.com',
	firstName: 'Sam',
	lastName: 'Sales',
	password: 'Sandbox-1234',
};

interface Named {
	readonly id: string;
	readonly name: string;
}

interface Node {
	readonly type: string;
	readonly credentials?: Record<string, { id: string; name: string }>;
}

interface WorkflowFile {
	readonly name: string;
	readonly nodes: readonly Node[];
}

interface CredentialData {
	readonly name: string;
	readonly type: string;
	readonly data: object;
}

/** Logs in as the owner, who is created the first time. */
export async function logIn(rest: Rest): Promise<void> {
	const { userManagement } = await rest.get<{
		userManagement: { showSetupOnFirstLoad: boolean };
	}>('/settings');
	if (userManagement.showSetupOnFirstLoad) await rest.post('/owner/setup', OWNER);
	await rest.post('/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
}

/** One credential of each type that works in the sandbox. */
export function credentialsFor({ baseUrls, keys }: Sandbox): CredentialData[] {
	const { email, password, country } = LOGINS.challenged;
	return [
		{
			name: 'OutX account',
			type: 'outXApi',
			data: { apiKey: keys.outX, baseUrl: baseUrls.outX },
		},
		{
			name: 'ConnectSafely.ai account',
			type: 'connectSafelyAiApi',
			data: { apiKey: keys.connectSafely, baseUrl: baseUrls.connectSafely },
		},
		{
			name: 'LinkupAPI login token',
			type: 'linkupLoginTokenApi',
			data: {
				apiKey: keys.linkupApi,
				loginToken: keys.loginToken,
				country,
				email,
				password,
				baseUrl: baseUrls.linkupApi,
			},
		},
		{
			name: 'LinkupAPI account',
			type: 'linkupAccountApi',
			data: { apiKey: keys.linkupApi, baseUrl: baseUrls.linkupApi },
		},
	];
}

/** Creates the credentials, or points those that are there at this sandbox; ids by type. */
export async function putCredentials(
	rest: Rest,
	wanted: readonly CredentialData[],
): Promise<Map<string, Named>> {
	const present = await rest.get<Array<Named & { type: string }>>('/credentials');
	const byType = new Map<string, Named>();
	for (const credential of wanted) {
		const same = present.find(
			({ name, type }) => name === credential.name && type === credential.type,
		);
		const { id } = same
			? await rest.patch<Named>(`/credentials/${same.id}`, credential)
			: await rest.post<Named>('/credentials', credential);
		byType.set(credential.type, { id, name: credential.name });
	}
	return byType;
}

/** Imports the example workflows that are not there yet, with their credentials chosen. */
export async function putExamples(
	rest: Rest,
	credentials: ReadonlyMap<string, Named>,
): Promise<Named[]> {
	const folder = path.join(root, 'examples');
	const files = fs
		.readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort();
	const present = await rest.get<Named[]>('/workflows');
	const workflows: Named[] = [];
	for (const file of files) {
		const workflow = readJson<WorkflowFile>(path.join(folder, file));
		const same = present.find(({ name }) => name === workflow.name);
		const nodes = workflow.nodes.map((node) => withCredentials(node, credentials));
		workflows.push(same ?? (await rest.post<Named>('/workflows', { ...workflow, nodes })));
	}
	return workflows;
}

function withCredentials(node: Node, credentials: ReadonlyMap<string, Named>): Node {
	if (!node.credentials) return node;
	const chosen = Object.entries(node.credentials).map(([type, named]) => [
		type,
		credentials.get(type) ?? named,
	]);
	return { ...node, credentials: Object.fromEntries(chosen) as Node['credentials'] };
}
