import { http, once } from '../../test/support/node';

/** The wanted port, or any free one where something else has it. */
export async function freePort(wanted: number): Promise<number> {
	for (const port of [wanted, 0]) {
		const server = http.createServer();
		try {
			server.listen(port, '127.0.0.1');
			await once(server, 'listening');
			const address = server.address();
			if (address !== null && typeof address === 'object') return address.port;
		} catch {
			// Taken.
		} finally {
			server.close();
		}
	}
	throw new Error('This machine has no free port');
}
