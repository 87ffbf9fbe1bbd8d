import getPort from 'get-port';

/** The wanted port, or any free one where something else has it. */
export const freePort = async (wanted: number): Promise<number> =>
	await getPort({ port: wanted, host: '127.0.0.1' });
