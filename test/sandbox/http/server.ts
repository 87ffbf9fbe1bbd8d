import { http } from '../../support/node';
import type { Service } from '../service';
import type { Call, Vendor } from '../types';
import { control, welcome } from './control';
import { Exchange, send } from './exchange';
import { parseJson, plainHeaders, readBody, splitTarget } from './read';

/** Where each vendor's API hangs below the server's address. */
export const PREFIXES: Readonly<Record<Vendor, string>> = {
	outX: '/outx',
	connectSafely: '/connectsafely/linkedin',
	linkupApi: '/linkupapi',
};

const PREFIX_LIST = Object.entries(PREFIXES) as Array<[Vendor, string]>;

export interface RunningServer {
	url: string;
	close: () => Promise<void>;
}

/** Listens, and answers until closed. It keeps no timer of its own. */
export async function serve(service: Service, host: string, port: number): Promise<RunningServer> {
	const exchange = new Exchange(service);
	let url = '';
	const server = http.createServer(
		{ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 },
		(request, response) => {
			readBody(request)
				.then(
					(text) => dispatch(service, exchange, () => url, request, text, response),
					() => response.destroy(),
				)
				.catch((error: unknown) => {
					service.broke(request.method ?? 'GET', request.url ?? '/', error);
					response.destroy();
				});
		},
	);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No TCP address');
	url = `http://${host}:${address.port}`;
	return {
		url,
		close: async () => {
			exchange.stop();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}

function dispatch(
	service: Service,
	exchange: Exchange,
	url: () => string,
	request: http.IncomingMessage,
	text: string,
	response: http.ServerResponse,
): void {
	const { path, query } = splitTarget(request.url ?? '/');
	const method = request.method ?? 'GET';
	if (path === '/') {
		send(response, welcome(baseUrls(url())));
		return;
	}
	const body = text === '' ? undefined : parseJson(text);
	if (path.startsWith('/_sandbox/')) {
		send(response, control(service, method, path, body));
		return;
	}
	const seen = {
		at: service.world.now(),
		method,
		query,
		body,
		headers: plainHeaders(request.headers),
	};
	const vendor = PREFIX_LIST.find(([, prefix]) => path.startsWith(`${prefix}/`));
	if (!vendor) {
		strayed(service, { ...seen, path }, response);
		return;
	}
	const call: Call = {
		...seen,
		vendor: vendor[0],
		path: path.slice(vendor[1].length),
		rawBody: text,
	};
	exchange.handle(call, response);
}

/** A request below none of the base URLs: wrong unless it is a browser looking for its icon. */
function strayed(
	service: Service,
	call: Omit<Call, 'vendor' | 'rawBody'>,
	response: http.ServerResponse,
): void {
	const { method, path } = call;
	if (path !== '/favicon.ico') {
		const problems = [`${path} is below no vendor's base URL`];
		service.violations.push({ where: 'request', vendor: 'none', method, path, problems });
	}
	const entry = service.log.add(call, 'none');
	send(response, { status: 404, body: { error: 'Not found' } }, entry);
}

/** What to put into a credential's Base URL. */
export function baseUrls(url: string): { outX: string; connectSafely: string; linkupApi: string } {
	return {
		outX: url + PREFIXES.outX,
		connectSafely: url + PREFIXES.connectSafely,
		linkupApi: url + PREFIXES.linkupApi,
	};
}
