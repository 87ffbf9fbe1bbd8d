import { parse } from 'yaml';
import { createHash, fs, nodeProcess, root } from '../../support/node';
import { asObject } from '../types';
import type { Json } from '../types';

const FOLDER = `${root}/node_modules/.cache/sandbox-contracts`;

/**
 * Reads a YAML document; its JSON is kept beside node_modules, because YAML takes a second and
 * JSON a few milliseconds.
 */
export function readDocument(file: string): Json {
	const source = fs.readFileSync(file, 'utf8');
	const kept = `${FOLDER}/${createHash('sha256').update(source).digest('hex')}.json`;
	try {
		return asObject(JSON.parse(fs.readFileSync(kept, 'utf8')));
	} catch {
		const document = asObject(parse(source, { uniqueKeys: false, prettyErrors: false }));
		keep(kept, JSON.stringify(document));
		return document;
	}
}

/** Whole or not at all; and if the folder cannot be written, then not. */
function keep(file: string, text: string): void {
	try {
		const draft = `${file}.${nodeProcess.pid}`;
		fs.mkdirSync(FOLDER, { recursive: true });
		fs.writeFileSync(draft, text);
		fs.renameSync(draft, file);
	} catch {
		return;
	}
}
