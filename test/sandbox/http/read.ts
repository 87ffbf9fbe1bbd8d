import type { http } from '../../support/node';

/** Collects a request's body as text. */
export async function readBody(request: http.IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	return await new Promise((resolve, reject) => {
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
		request.on('error', reject);
		request.on('close', () => reject(new Error('The request was cut off')));
	});
}

/** The value of a JSON text, or undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Splits a request target into path and query. */
export function splitTarget(target: string): { path: string; query: Record<string, string> } {
	const mark = target.indexOf('?');
	if (mark < 0) return { path: target, query: {} };
	const query = Object.fromEntries(new URLSearchParams(target.slice(mark + 1)));
	return { path: target.slice(0, mark), query };
}

/** Headers with repeated ones joined. */
export function plainHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
	const plain: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
	}
	return plain;
}
