import { PackageDirectoryLoader } from 'n8n-core';

import { fs, path } from '../../../support/node';
import { same } from '../../support/same';
import type { Case } from '../setting';

interface Manifest {
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}

/** The internal name that goes with a file, by n8n's naming rules: `OutX.node.js` is `outX`. */
function nameOf(file: string): string {
	const [name] = path.basename(file).split('.');
	return name[0].toLowerCase() + name.slice(1);
}

const names = (types: ReadonlyArray<{ name: string }>): string[] =>
	types.map(({ name }) => name).sort();

export const loading: Case = {
	name: "n8n's loader takes the package",
	async check({ packageFolder }) {
		const file = path.join(packageFolder, 'package.json');
		const { n8n } = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
		const loader = new PackageDirectoryLoader(packageFolder);
		await loader.loadAll();
		const { nodes, credentials } = loader.types;
		same('nodes', names(nodes), n8n.nodes.map(nameOf).sort());
		same('credentials', names(credentials), n8n.credentials.map(nameOf).sort());
		for (const { name, iconUrl } of [...nodes, ...credentials]) {
			same(`icons of ${name}`, Object.keys(iconUrl ?? {}).sort(), ['dark', 'light']);
		}
		for (const { name, codex } of nodes) {
			same(`codex of ${name}`, codex?.categories !== undefined, true);
		}
	},
};
