import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';

import { fs } from '../../test/support/node';
import type { WorkflowFile } from '../../test/support/engine';

function read(file: string, what: string): string {
	if (fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return fs.readFileSync(file, 'utf8');
	throw new Error(`The ${what} ${file} cannot be found.`);
}

const unreadable = (sentence: string): Error => new Error(sentence);

/** The rows of a CSV with a header line, as items; separators comma or semicolon. */
export function readContacts(file: string): IDataObject[] {
	const text = read(file, 'contacts file');
	let rows: IDataObject[];
	try {
		rows = parse(text, {
			columns: (header: string[]) => header.map((name) => name.trim()),
			bom: true,
			delimiter: [',', ';'],
			skip_empty_lines: true,
			trim: true,
			relax_column_count: true,
		});
	} catch (error) {
		throw unreadable(`${file} is not a CSV that can be read: ${(error as Error).message}`);
	}
	if (rows.length === 0) throw new Error(`${file} has no contacts.`);
	if (!('linkedin' in rows[0])) throw new Error(`${file} has no column called linkedin.`);
	return rows;
}

/** An n8n workflow file. */
export function readWorkflow(file: string): WorkflowFile {
	const text = read(file, 'workflow file');
	let workflow: WorkflowFile;
	try {
		workflow = JSON.parse(text) as WorkflowFile;
	} catch {
		throw unreadable(`${file} is not JSON. Export the workflow from n8n with Download.`);
	}
	if (Array.isArray(workflow.nodes) && typeof workflow.connections === 'object') return workflow;
	throw new Error(`${file} is not an n8n workflow: it has no nodes and connections.`);
}
