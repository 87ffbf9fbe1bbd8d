import { request } from 'undici';

import { watchInFlight } from './inFlight';
import { http, once } from '../../support/node';

it('counts what a server has received and not answered, and starts anew with each question', async () => {
	const waiting: Array<() => void> = [];
	const server = http.createServer((_request, response) => {
		waiting.push(() => response.end('done'));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	const inFlight = watchInFlight();
	const ask = async (count: number): Promise<void> => {
		const asked = Array.from({ length: count }, async () => {
			const { body } = await request(`http://127.0.0.1:${port}`);
			await body.text();
		});
		while (waiting.length < count) await once(server, 'request');
		for (const answer of waiting.splice(0)) answer();
		await Promise.all(asked);
	};
	try {
		await ask(3);
		await ask(2);
		expect(inFlight.most()).toBe(3);
		await ask(1);
		expect(inFlight.most()).toBe(1);
		inFlight.stop();
		await ask(2);
		expect(inFlight.most()).toBe(0);
	} finally {
		inFlight.stop();
		server.closeAllConnections();
		server.close();
	}
});
