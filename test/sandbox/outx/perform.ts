import type { Person } from '../world/person';
import type { World } from '../world/world';
import { asObject } from '../types';
import type { Ending, OutXTask, TaskType } from './queue';
import { connectionsOutput, profileOutput, searchOutput } from './outputs';

/** What the extension does on LinkedIn when the task's turn has come. */
export function perform(task: OutXTask, world: World): Ending {
	const { scripted } = task;
	if (!scripted) return DEEDS[task.type](task, world);
	const status = scripted.status ?? 'completed';
	const normal = status === 'completed' && scripted.output === undefined;
	const says = asObject(scripted.output).sent === true && status === 'completed';
	const reached = scripted.delivered ?? (normal || says);
	const real = reached ? DEEDS[task.type](task, world) : { output: null };
	if (normal && scripted.delivered !== false) return real;
	return { status, output: scripted.output ?? null, delivered: real.delivered };
}

const failed = (error: string): Ending => ({ status: 'failed', output: { error } });

const DEEDS: Record<TaskType, (task: OutXTask, world: World) => Ending> = {
	agent_send_message: sendMessage,
	agent_send_connection_request: sendInvitation,
	agent_profile_fetch: (task, world) => {
		const slug = String(task.input.profile_slug);
		// The browser opens linkedin.com/in/<slug>, which leads to the profile for ids as well.
		const person =
			world.lookUp.withSlug(slug) ??
			world.lookUp.withMemberId(slug) ??
			world.people.find(({ salesId }) => salesId === slug);
		if (person) return { output: profileOutput(person, world) };
		return world.outX.unknownProfile === 'failed' ? failed('Profile not found') : { output: {} };
	},
	agent_search_profiles: (task, world) => ({ output: searchOutput(task.input, world) }),
	agent_fetch_connections: (task, world) => ({ output: connectionsOutput(task.input, world) }),
	agent_like_post: () => ({ output: { liked: true } }),
	agent_comment_post: () => ({ output: { commented: true } }),
	agent_fetch_profiles_posts: () => ({ output: { posts: POSTS } }),
	agent_fetch_company: (task, world) => {
		const employee = world.people.find((p) => p.company.slug === task.input.company_slug);
		if (!employee) return failed('Company not found');
		const { name } = employee.company;
		return { output: { name, industry: 'Software Development', employee_count: 120 } };
	},
	agent_fetch_company_posts: () => ({ output: { posts: POSTS } }),
};

const POSTS = [
	{
		social_urn: 'urn:li:activity:7123456789012345678',
		text: 'Post',
		likes: 12,
		comments: 3,
		shares: 1,
	},
];

/**
 * Any member URN ends in the ACoAA… id the extension needs; the bare id is documented for
 * invitations only.
 */
function member(urn: unknown, world: World, bareToo: boolean): Person | undefined {
	const text = String(urn).trim();
	if (!bareToo && !text.startsWith('urn:li:')) return undefined;
	return world.lookUp.withMemberId(text.split(':').pop() ?? '');
}

function sendMessage(task: OutXTask, world: World): Ending {
	const person = member(task.input.recipient_urn, world, false);
	if (!person || person.restricted) return failed('Recipient not found');
	if (world.network.relation(world.outX.accountId, person.memberId) !== 'connected') {
		return failed('Recipient is not a 1st-degree connection');
	}
	deliver(task, world, 'message', person, String(task.input.message));
	return { output: { sent: true }, delivered: true };
}

function sendInvitation(task: OutXTask, world: World): Ending {
	const person = member(task.input.profile_urn, world, true);
	if (!person || person.restricted) return failed('Profile not found');
	const relation = world.network.relation(world.outX.accountId, person.memberId);
	if (relation === 'connected') return failed('Already connected');
	if (relation === 'invited') return failed('Invitation already pending');
	if (relation === 'inviting') return failed('This member has already invited you');
	const note = typeof task.input.note === 'string' ? task.input.note.trim() : '';
	deliver(task, world, 'invitation', person, note || undefined);
	return { output: { sent: true }, delivered: true };
}

function deliver(
	task: OutXTask,
	world: World,
	kind: 'message' | 'invitation',
	person: Person,
	text: string | undefined,
): void {
	world.deliver({
		at: task.finished ?? world.now(),
		vendor: 'outX',
		kind,
		from: world.outX.accountId,
		to: person.memberId,
		publicIdentifier: person.publicIdentifier,
		...(text === undefined ? {} : { text }),
		taskId: task.id,
	});
}
