import { http, once } from '../node';

export interface Received {
	method: string;
	url: string;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

export interface EchoServer {
	url: string;
	received: Received[];
	/** Answers of the next requests, as a status; then 200 again. `hang` never answers. */
	next: Array<number | 'hang'>;
	close(): Promise<void>;
}

/** A local server that answers with what it received. */
export async function echoServer(
	body: (received: Received) => unknown = (r) => r,
): Promise<EchoServer> {
	const received: Received[] = [];
	const next: Array<number | 'hang'> = [];
	const server = http.createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			const { method = '', url = '', headers } = request;
			const one = { method, url, headers, body: text ? (JSON.parse(text) as unknown) : undefined };
			received.push(one);
			const status = next.shift() ?? 200;
			if (status === 'hang') return;
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body(one)));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		next,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
