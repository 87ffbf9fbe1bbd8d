import { http, once } from '../../support/node';

/** Lets executions of one person meet: answers the first only when the second asks. */
export interface Barrier {
	readonly url: string;
	close(): void;
}

const LONGEST_WAIT = 10_000;

/** Starts the meeting point on a free loopback port. */
export async function startBarrier(): Promise<Barrier> {
	const waiting = new Map<string, http.ServerResponse>();
	const server = http.createServer((request, response) => {
		const place = request.url ?? '';
		const other = waiting.get(place);
		response.setHeader('content-type', 'application/json');
		if (!other) {
			waiting.set(place, response);
			// Whoever stays alone goes on alone: the check then finds no pair.
			response.setTimeout(LONGEST_WAIT, () => response.end('{}'));
			return;
		}
		waiting.delete(place);
		for (const each of [other, response]) each.end('{}');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The barrier has no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
