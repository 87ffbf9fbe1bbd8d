import { parse } from 'csv-parse/sync';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { fs, path, root } from '../../support/node';
import { describedAs } from './nodeTypes';

export type Row = Record<string, string | number>;

/**
 * A Google sheet in memory behind the fields of n8n's own node: Get Row(s) and Update Row, which finds the
 * row by `row_number`, as Google Sheets counts, the headings being row 1.
 */
export class Sheet {
	/** By row number, from 2. */
	readonly rows: Row[];
	/** How often rows were written. */
	writes = 0;

	constructor(rows: ReadonlyArray<Record<string, string>>) {
		this.rows = rows.map((row, index) => ({ row_number: index + 2, ...row }));
	}

	static of(csv: string): Sheet {
		const text = fs.readFileSync(path.join(root, 'examples', csv), 'utf8');
		return new Sheet(parse(text, { columns: true, bom: true }) as Array<Record<string, string>>);
	}

	/** The node type that stands for `n8n-nodes-base.googleSheets`. */
	get nodeType(): INodeType {
		const answer = (context: IExecuteFunctions): INodeExecutionData[] =>
			context.getNodeParameter('operation', 0) === 'update' ? this.update(context) : this.read();
		return describedAs('n8n-nodes-base.googleSheets', 4.5, async function () {
			return await Promise.resolve([answer(this)]);
		});
	}

	column(name: string): unknown[] {
		return this.rows.map((row) => row[name]);
	}

	private read(): INodeExecutionData[] {
		return this.rows.map((row) => ({ json: { ...row }, pairedItem: { item: 0 } }));
	}

	private update(context: IExecuteFunctions): INodeExecutionData[] {
		return context.getInputData().map((_, item) => {
			const [key] = context.getNodeParameter('columns.matchingColumns', item) as string[];
			const values = context.getNodeParameter('columns.value', item) as IDataObject;
			const row = this.rows.find((candidate) => candidate[key] === values[key]);
			if (!row) throw new Error(`The sheet has no row with ${key} ${String(values[key])}`);
			for (const [name, value] of Object.entries(values)) {
				if (!(name in row)) throw new Error(`The sheet has no column ${name}`);
				row[name] = (value ?? '') as string;
			}
			this.writes++;
			return { json: { ...row }, pairedItem: { item } };
		});
	}
}

/** What an operator chooses in a Google Sheets node. */
export const CHOSEN_SHEET = {
	documentId: { __rl: true, mode: 'id', value: 'document' },
} as const;
