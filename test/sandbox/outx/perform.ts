import { asObject } from '../types';
import type { Json } from '../types';
import type { Person } from '../world/person';
import type { World } from '../world/world';
import type { Ending, OutXTask, TaskType } from './queue';
import {
	companyOutput,
	connectionsOutput,
	postsOutput,
	profileOutput,
	searchOutput,
} from './outputs';
import type { Company } from './posts';
import { isPost, postsOfCompany, postsOfPerson } from './posts';

/** What the extension does on LinkedIn when the task's turn has come. */
export function perform(task: OutXTask, world: World): Ending {
	const { scripted } = task;
	if (!scripted) return DEEDS[task.type](task, world);
	const status = scripted.status ?? 'completed';
	const normal = status === 'completed' && scripted.output === undefined;
	const { sent, liked, commented } = asObject(scripted.output);
	const says = status === 'completed' && [sent, liked, commented].includes(true);
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
	agent_like_post: (task, world) => react(task, world, 'like', { liked: true }),
	agent_comment_post: (task, world) => react(task, world, 'comment', { commented: true }),
	agent_fetch_profiles_posts: (task, world) => {
		const urns = task.input.profile_urns as unknown[];
		const people = urns.map((urn) => member(urn, world, true));
		if (people.includes(undefined)) return failed('Profile not found');
		return {
			output: postsOutput(
				people.flatMap((person) => postsOfPerson(person, world)),
				world,
			),
		};
	},
	agent_fetch_company: (task, world) => {
		const company = companyAt(task.input.company_slug, world);
		if (company) return { output: companyOutput(company, world) };
		return world.outX.unknownProfile === 'failed' ? failed('Company not found') : { output: {} };
	},
	agent_fetch_company_posts: (task, world) => {
		const company = companyAt(task.input.company_slug, world);
		if (!company) return failed('Company not found');
		return { output: postsOutput(postsOfCompany(company, world), world) };
	},
};

/** The browser opens linkedin.com/company/<slug>, which leads to the page for numbers as well. */
function companyAt(slug: unknown, world: World): Company | undefined {
	const wanted = String(slug);
	return world.people
		.map(({ company }) => company)
		.find((company) => company.slug === wanted || company.id === wanted);
}

function react(task: OutXTask, world: World, kind: 'like' | 'comment', output: Json): Ending {
	const urn = String(task.input.social_urn);
	if (!isPost(urn, world)) return failed('Post not found');
	world.deliver({
		at: task.finished ?? world.now(),
		vendor: 'outX',
		kind,
		from: world.outX.accountId,
		to: urn,
		publicIdentifier: '',
		...(kind === 'comment' && { text: String(task.input.comment_text) }),
		taskId: task.id,
	});
	return { output, delivered: true };
}

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
