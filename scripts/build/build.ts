import { fs, path, root } from '../../test/support/node';
import { command } from '../check/step';
import type { Check } from '../check/step';
import { compact } from './compact';
import { schemaFiles } from './schemas';

const dist = path.join(root, 'dist');

/** Builds the package into `dist` as n8n does, and takes out what only a reader needs. */
export const build: Check = async () => {
	const findings = await command('n8n-node', ['build'])();
	if (findings.length > 0) return findings;
	for (const [name, schema] of schemaFiles()) {
		const file = path.join(dist, 'nodes', name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, JSON.stringify(schema));
	}
	const files = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' });
	for (const name of files.filter((file) => /\.(?:js|json)$/.test(file))) {
		const file = path.join(dist, name);
		const text = fs.readFileSync(file, 'utf8');
		fs.writeFileSync(file, name.endsWith('.js') ? await compact(text) : smaller(text));
	}
	return [];
};

function smaller(json: string): string {
	return JSON.stringify(JSON.parse(json));
}
