import { fs, path, root } from '../../test/support/node';

/** The one file all code is in, below `dist`. */
export const SHARED = 'shared.js';

/** A node or credential of package.json, and where its class comes from. */
export interface Entry {
	/** As package.json names it: `dist/nodes/OutX/OutX.node.js`. */
	readonly file: string;
	/** `nodes/OutX/OutX.node.ts`. */
	readonly source: string;
	/** n8n's loader takes the class by the file's name: `OutX`. */
	readonly className: string;
}

/** Every file n8n's loader asks for, in package.json's order. */
export function entries(): Entry[] {
	const { n8n } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		n8n: { nodes: string[]; credentials: string[] };
	};
	return [...n8n.nodes, ...n8n.credentials].map(entryOf);
}

/** @param file a `.node.js` or `.credentials.js` below `dist`, as package.json names it */
export function entryOf(file: string): Entry {
	return {
		file,
		source: file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		className: path.basename(file).split('.')[0],
	};
}

/** What the loader finds under an entry's name: one class of the shared file. */
export function stub({ file, className }: Entry): string {
	const shared = path.posix.relative(path.posix.dirname(file), `dist/${SHARED}`);
	return `exports.${className}=require(${JSON.stringify(shared)}).${className};\n`;
}
