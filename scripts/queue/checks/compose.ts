import { parse } from 'yaml';

import { fs, path } from '../../../test/support/node';
import { readJson } from '../../editor/files';
import { pins, root } from '../../editor/places';
import type { Verdict } from '../verdict';

const FILE = path.join(root, 'examples', 'queue-mode', 'docker-compose.yml');

interface Service {
	readonly image: string;
	readonly command?: string;
	readonly environment?: Record<string, string | number>;
	readonly volumes?: readonly string[];
}

/** Shortened in this test alone, to see a death in time. */
const OF_THIS_TEST = /^QUEUE_WORKER_/;

/** The compose file for operators sets what was tested here, for the n8n that was tested here. */
export function checkCompose(tested: Readonly<Record<string, string>>, verdict: Verdict): void {
	const { services } = parse(fs.readFileSync(FILE, 'utf8'), { merge: true }) as {
		services: Record<string, Service>;
	};
	const { dependencies } = readJson<{ dependencies: { n8n: string } }>(
		path.join(pins, 'package.json'),
	);
	const all = Object.entries(services).filter(([, { image }]) => image.includes('n8n'));
	const workers = all.filter(([, { command }]) => command?.startsWith('worker'));
	const wanted = Object.keys(tested).filter((name) => !OF_THIS_TEST.test(name));
	const remarks = all.flatMap(([name, { image, environment = {} }]) => [
		...(image.endsWith(`:${dependencies.n8n}`) ? [] : [`${name} runs ${image}`]),
		...[...wanted, 'N8N_ENCRYPTION_KEY']
			.filter((setting) => !(setting in environment))
			.map((setting) => `${name} lacks ${setting}`),
	]);
	if (all.length !== 3 || workers.length !== 2)
		remarks.push('It should have a main and two workers');
	verdict.check('The compose file in examples/queue-mode sets what was tested here', remarks);
}
