import type { IExecuteFunctions } from 'n8n-workflow';

import { invalidInput } from '../failures/failure';
import type { AttachedFile } from '../operation/types';

/** The file an item carries in a binary property, through n8n's helpers: it may live on disk or in S3. */
export async function attachedFile(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
): Promise<AttachedFile> {
	const data = context.getInputData()[itemIndex]?.binary?.[property];
	if (!data) {
		throw invalidInput(
			`The item has no file in its field '${property}'`,
			"Check 'Input Binary Field' against the Binary tab of the previous node.",
		);
	}
	const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
	return {
		fileName: data.fileName ?? `${property}.${data.fileExtension ?? 'bin'}`,
		mimeType: data.mimeType,
		size: bytes.length,
		base64: bytes.toString('base64'),
	};
}
