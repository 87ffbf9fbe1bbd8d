import { parse } from 'yaml';

import { fs, path } from '../../support/node';
import { readJson } from '../../../scripts/editor/files';
import { pins, root } from '../../../scripts/editor/places';

const FILE = path.join(root, 'examples', 'queue-mode', 'docker-compose.yml');

interface Service {
	readonly image: string;
	readonly command?: string;
	readonly environment?: Record<string, string | number>;
	readonly volumes?: readonly string[];
}

/** Shortened in this test alone, to see a death in time. */
const OF_THIS_TEST = /^QUEUE_WORKER_/;

/** What the compose file for operators does not set of what was tested here, for the n8n that was tested here. */
export function composeLacks(tested: Readonly<Record<string, string>>): string[] {
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
	return remarks;
}
