import { diagnosticsChannel } from '../../support/node';

export interface InFlight {
	/** Most requests that this process had received and not answered at one moment, since the last call. */
	most(): number;
	stop(): void;
}

/** Counts, on the server's side, the requests that are under way. */
export function watchInFlight(): InFlight {
	let now = 0;
	let most = 0;
	const arrive = (): void => {
		now += 1;
		most = Math.max(most, now);
	};
	const leave = (): void => {
		now -= 1;
	};
	diagnosticsChannel.subscribe('http.server.request.start', arrive);
	diagnosticsChannel.subscribe('http.server.response.finish', leave);
	return {
		most: () => {
			const seen = most;
			most = now;
			return seen;
		},
		stop: () => {
			diagnosticsChannel.unsubscribe('http.server.request.start', arrive);
			diagnosticsChannel.unsubscribe('http.server.response.finish', leave);
		},
	};
}
