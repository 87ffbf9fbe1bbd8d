import type { Refusal } from './reading';
import { damaged } from './reading';

/** IDs that CRMs and databases give to their own records, as they are written out. */
const RECORD_IDS: ReadonlyArray<readonly [string, RegExp]> = [
	['a UUID', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
	['the ID of a record in MongoDB or Apollo', /^[0-9a-f]{24}$/i],
	['the ID of a page in Notion', /^[0-9a-f]{32}$/i],
	['a key or checksum', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i],
	[
		'the ID of a record in Salesforce',
		/^(?:00[1356QVTUDGEOJ]|(?:500|701|800|a\d[\dA-Z])(?=\w*00))[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/i,
	],
	[
		'the ID of a record in Airtable',
		/^(?:rec|app|tbl|viw|fld)(?=[a-z]*[A-Z0-9])(?=\w*[A-Za-z])(?:(?=\w*\d)|(?=\w*[a-z]\w*[A-Z]\w*[a-z]))[0-9A-Za-z]{14}$/,
	],
	['the ID of a record', /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/],
	['the ID of a record', /^c[a-z0-9]{24}$/],
	['the ID of a record', /^[a-z]{2,6}_(?=\w*\d)(?=\w*[A-Z])[0-9A-Za-z]{12,50}$/],
];

/** Why a name is none: it is the ID of another system. Undefined for any other name, in the case given. */
export function otherId(name: string): Refusal | undefined {
	const found = RECORD_IDS.find(([, pattern]) => pattern.test(name));
	return (
		found &&
		damaged(
			`is a record id of another system (${found[0]}), not a LinkedIn profile; take the field that holds the address of the profile`,
		)
	);
}
