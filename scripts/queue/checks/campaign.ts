import { Draw } from '../../../test/support/draw';
import type { Cluster } from '../cluster';
import { whenOver } from '../executions';
import type { Execution } from '../executions';
import { pause } from '../pause';
import { addPeople, timesReached } from '../people';
import type { Verdict } from '../verdict';
import { VENDORS, publish } from '../workflow';
import type { Contact, VendorName } from '../workflow';

const CALLS = 200;
/** People who come back, and how often each comes. */
const REPEATED = 40;
const TIMES = 3;
/** Calls of each kind that cannot go out. */
const UNUSABLE = 6;
const STRANGERS = 6;

const WITHIN = 150_000;

interface Expected {
	readonly contact: Contact;
	/** One of these is the truth. */
	readonly may: readonly string[];
}

const SPELLINGS: ReadonlyArray<(slug: string) => string> = [
	(slug) => `https://www.linkedin.com/in/${slug}/`,
	(slug) => `https://fr.linkedin.com/in/${slug.toUpperCase()}/fr?trk=x`,
	(slug) => slug,
];

const vendorOf = (index: number): VendorName => VENDORS[index % VENDORS.length];

/** 200 contacts in random order, all of them known to be connections except those that cannot go out. */
function drawContacts(cluster: Cluster, draw: Draw): { calls: Expected[]; people: string[] } {
	const { world } = cluster.sandbox;
	const pools = new Map(
		VENDORS.map((vendor) => [vendor, addPeople(cluster.sandbox, vendor, 'crm', CALLS)]),
	);
	const next = (vendor: VendorName): string => pools.get(vendor)?.pop() ?? '';
	const calls: Array<Omit<Expected, 'contact'> & { linkedin: string; vendor: VendorName }> = [];
	const people: string[] = [];
	const add = (index: number, times: number): void => {
		const vendor = vendorOf(index);
		const slug = next(vendor);
		people.push(slug);
		for (let time = 0; time < times; time++) {
			const linkedin = draw.pick(SPELLINGS)(slug);
			calls.push({ linkedin, vendor, may: times > 1 ? ['sent', 'alreadySent'] : ['sent'] });
		}
	};
	for (let index = 0; index < REPEATED; index++) add(index, TIMES);
	for (let index = 0; index < STRANGERS; index++) {
		const slug = `stranger-${index}`;
		world.addPerson({ firstName: 'Stranger', lastName: `${index}`, publicIdentifier: slug });
		calls.push({ linkedin: slug, vendor: 'connectSafely', may: ['notConnected'] });
	}
	for (let index = 0; index < UNUSABLE; index++) {
		calls.push({ linkedin: 'Jane Doe', vendor: vendorOf(index), may: ['invalidInput'] });
	}
	for (let index = 0; calls.length < CALLS; index++) add(index, 1);

	const shuffled: Expected[] = [];
	while (calls.length > 0) {
		const [{ linkedin, vendor, may }] = calls.splice(draw.whole(0, calls.length - 1), 1);
		shuffled.push({ contact: { call: shuffled.length, linkedin, vendor }, may });
	}
	return { calls: shuffled, people };
}

function wrongOutcomes(calls: readonly Expected[], executions: readonly Execution[]): string[] {
	return calls.flatMap(({ contact, may }) => {
		const found = executions.filter((one) => one.contact?.call === contact.call);
		if (found.length !== 1) return [`call ${contact.call} has ${found.length} executions`];
		const [{ id, ended = 'nothing', output, error }] = found;
		if (may.includes(ended)) return [];
		const told = error ?? output?.error ?? '';
		return [`execution ${id}: ${ended} instead of ${may.join(' or ')} ${String(told)}`];
	});
}

function shareOf(executions: readonly Execution[], name: string): number {
	return executions.filter(({ workers }) => workers.includes(name)).length;
}

/** The CRM hands over 200 contacts as fast as n8n takes them; who comes again is not written to again. */
export async function checkCampaign(cluster: Cluster, verdict: Verdict): Promise<void> {
	const { calls, people } = drawContacts(cluster, new Draw(7));
	const workflow = await publish(cluster, {
		name: 'Campaign',
		vendors: VENDORS,
		sending: {},
	});
	const begun = Date.now();
	for (let at = 0; at < calls.length; at += 10) {
		await Promise.all(
			calls.slice(at, at + 10).map(async ({ contact }) => await workflow.call(contact)),
		);
	}
	const executions = await whenOver(cluster, workflow.id, CALLS, WITHIN);
	const seconds = ((Date.now() - begun) / 1_000).toFixed(0);
	// What OutX took as a task may still be in the browser.
	await pause(500);

	const unfinished = executions.filter(({ status }) => status !== 'success');
	verdict.check(
		`All ${CALLS} executions end (${seconds} s)`,
		unfinished.map(({ id, status, error }) => `execution ${id}: ${status} ${error ?? ''}`),
	);
	verdict.check('Each says truthfully what happened', wrongOutcomes(calls, executions));
	const shares = cluster.workers.map(({ name }) => [name, shareOf(executions, name)] as const);
	verdict.check(
		`Both workers took part (${shares.map(([, count]) => count).join(' and ')} executions)`,
		shares.filter(([, count]) => count < CALLS / 10).map(([name]) => `${name} did next to nothing`),
	);
	const times = timesReached(cluster.sandbox, people);
	verdict.check(
		`${people.length} people are reached once each, ${REPEATED} of whom came ${TIMES} times`,
		people.flatMap((slug, index) => (times[index] === 1 ? [] : [`${slug}: ${times[index]} times`])),
	);
}
