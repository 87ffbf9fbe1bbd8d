import 'reflect-metadata';

import Table from 'cli-table3';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../test/sandbox';
import type { Sandbox } from '../test/sandbox';
import { combine, fromNodesBase, fromPackage, runWorkflow } from '../test/support/engine';
import type { EngineResult, WorkflowFile } from '../test/support/engine';
import { nodeProcess, readline, root } from '../test/support/node';
import { HELP, readArguments } from './campaign/arguments';
import { readContacts, readWorkflow } from './campaign/files';
import { outcomesOf } from './campaign/outcomes';
import type { Outcome } from './campaign/outcomes';
import {
	TRIAL_PAUSE,
	liveCredentials,
	moveIn,
	ourNodes,
	sandboxCredentials,
	withShortPauses,
} from './campaign/setting';
import { build } from './build/build';
import { step } from './check/step';

const say = (text: string): boolean => nodeProcess.stdout.write(`${text}\n`);

/** The workflow's nodes that n8n itself brings, by class name; triggers need no code, their data is given. */
function builtIn({ nodes }: WorkflowFile): string[] {
	const names = nodes
		.map(({ type }) => /^n8n-nodes-base\.(.+)$/.exec(type)?.[1])
		.filter((name): name is string => name !== undefined && name !== 'stickyNote');
	return [...new Set(names)]
		.filter((name) => !/trigger$|^webhook$/i.test(name))
		.map((name) => name[0].toUpperCase() + name.slice(1));
}

async function mayAct(workflow: WorkflowFile, contacts: readonly IDataObject[]): Promise<boolean> {
	say('This is for real. These people will be contacted from your LinkedIn account:\n');
	for (const contact of contacts) {
		const { name, linkedin, vendor, step: what } = contact;
		say(`  ${[vendor, what, name, linkedin].filter(Boolean).join(' · ')}`);
	}
	const nodes = ourNodes(workflow).map(({ name }) => name);
	say(`\n${contacts.length} contacts, through: ${nodes.join(', ')}.`);
	const prompt = readline.createInterface({ input: nodeProcess.stdin, output: nodeProcess.stdout });
	const answer = await new Promise<string>((resolve) => {
		prompt.on('close', () => resolve(''));
		void prompt.question('Type "send" to go on: ').then(resolve);
	});
	prompt.close();
	return answer.trim().toLowerCase() === 'send';
}

function table(contacts: readonly IDataObject[], outcomes: readonly Outcome[]): string {
	const rows = new Table({
		head: ['Contact', 'Vendor and step', 'Outcome', 'Reason'],
		style: { head: [], border: [], compact: true },
	});
	const none = { node: '–', outcome: 'no step', reason: '', remark: '' };
	for (const [index, { name, linkedin }] of contacts.entries()) {
		const own = outcomes.filter(({ contact }) => contact === index);
		for (const { node, outcome, reason } of own.length > 0 ? own : [none]) {
			rows.push([String(name ?? linkedin), node, outcome, reason]);
		}
	}
	return rows.toString();
}

function totals(outcomes: readonly Outcome[]): string {
	const counts = new Map<string, number>();
	for (const { outcome } of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
}

function report(
	result: EngineResult,
	workflow: WorkflowFile,
	contacts: readonly IDataObject[],
	sandbox: Sandbox | undefined,
): void {
	const outcomes = outcomesOf(result, workflow);
	say(`\n${table(contacts, outcomes)}`);
	say(`Totals: ${contacts.length} contacts: ${totals(outcomes)}.`);
	const remarks = outcomes.filter(({ remark }) => remark !== '');
	if (remarks.length > 0) say('\nNeeds a look:');
	for (const { contact, remark } of remarks) {
		say(`  ${String(contacts[contact]?.name ?? contact)}: ${remark}`);
	}
	if (sandbox) {
		say(`\nMessages and invitations that the sandbox delivered: ${sandbox.deliveries.length}.`);
		sandbox.assertClean();
	}
	if (result.error) throw result.error;
}

async function main(): Promise<void> {
	const choices = readArguments(nodeProcess.argv.slice(2));
	if (choices.help) {
		say(HELP);
		return;
	}
	const contacts = readContacts(choices.contacts);
	const file = readWorkflow(choices.workflow);
	const credentials = choices.live ? liveCredentials(file) : undefined;
	if (choices.live && !(await mayAct(file, contacts))) {
		say('Nothing was sent.');
		return;
	}
	if (!(await step('Build the package', build))) {
		throw new Error('The package could not be built; see above.');
	}
	const sandbox = choices.live ? undefined : await startSandbox();
	try {
		if (sandbox) {
			const moved = moveIn(sandbox, contacts);
			const { pauseMin, pauseMax } = TRIAL_PAUSE;
			say(`Sandbox of the three vendors on ${sandbox.url}: nothing here reaches LinkedIn.`);
			say(
				`Pauses are shortened to ${pauseMin}–${pauseMax} seconds here; in n8n they are 30–60 seconds.`,
			);
			if (moved > 0) say(`Added to the sandbox for this trial: ${moved} of your contacts.`);
		}
		say(`\nRunning "${file.name ?? choices.workflow}" with ${contacts.length} contacts:`);
		const workflow = sandbox ? withShortPauses(file) : file;
		const names = new Map(contacts.map(({ linkedin, name }) => [String(linkedin), String(name)]));
		const result = await runWorkflow({
			nodeTypes: combine(await fromPackage(root), fromNodesBase(builtIn(workflow))),
			workflow,
			input: contacts.map((contact) => ({ ...contact })),
			credentials: credentials ?? (sandbox && sandboxCredentials(sandbox)),
			mode: 'manual',
			onConsoleMessage: (source, text) => {
				const node = /"(.+)"/.exec(source)?.[1] ?? source;
				const [count, linkedin, ...ending] = text.split(' · ');
				const who = names.get(linkedin) ?? linkedin;
				say(`  ${node}, ${count} · ${who} · ${ending.join(' · ')}`);
			},
		});
		report(result, workflow, contacts, sandbox);
	} finally {
		await sandbox?.close();
	}
}

main().catch((error: unknown) => {
	const text = error instanceof Error ? error.message : String(error);
	nodeProcess.stderr.write(`${text}\n`);
	nodeProcess.exitCode = 1;
});
