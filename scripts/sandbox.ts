import { nodeProcess } from '../test/support/node';
import { DEFAULT_PORT, LOGINS, PEOPLE, profileUrl, startSandbox } from '../test/sandbox';
import type { Sandbox } from '../test/sandbox';

/** `--port 0`, `--port=0`, SANDBOX_PORT or the default; 0 = any free port. */
function wantedPort(): number {
	const { argv, env } = nodeProcess;
	const flag = argv.findIndex((word) => word === '--port' || word.startsWith('--port='));
	const given = argv[flag]?.split('=')[1] ?? (flag < 0 ? undefined : argv[flag + 1]);
	const port = Number(given ?? env.SANDBOX_PORT ?? DEFAULT_PORT);
	if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
	throw new Error(`${String(given ?? env.SANDBOX_PORT)} is no port number`);
}

function describe({ url, baseUrls, keys, world }: Sandbox): string {
	const names: Array<keyof typeof PEOPLE> = ['connected', 'stranger', 'invited', 'restricted'];
	const people = names.map((name) => {
		const person = world.person(PEOPLE[name]);
		return `  ${name.padEnd(11)} ${profileUrl(person)}\n              urn:li:fsd_profile:${person.memberId}`;
	});
	const { challenged, trusted } = LOGINS;
	return [
		`The sandbox listens on ${url}`,
		'',
		'Vendor         Base URL and a key that works',
		`OutX           ${baseUrls.outX}   ${keys.outX}`,
		`ConnectSafely  ${baseUrls.connectSafely}   ${keys.connectSafely}`,
		`LinkupAPI      ${baseUrls.linkupApi}   ${keys.linkupApi}`,
		`               login token: ${keys.loginToken}`,
		'',
		'LinkupAPI log in (country FR)',
		`  without code   ${trusted.email} / ${trusted.password}`,
		`  with code      ${challenged.email} / ${challenged.password}, then ${challenged.code}`,
		'',
		'People to try',
		...people,
		'',
		`Who was reached: ${url}/_sandbox/deliveries   everything else: ${url}/`,
		'Nothing here reaches LinkedIn. Stop with Ctrl+C.',
		'',
	].join('\n');
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({ port: wantedPort() });
	nodeProcess.stdout.write(`${describe(sandbox)}\n`);
	const stop = (): void => {
		void sandbox.close().then(() => nodeProcess.exit(0));
	};
	nodeProcess.once('SIGINT', stop);
	nodeProcess.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	const text = error instanceof Error ? error.message : String(error);
	nodeProcess.stderr.write(`The sandbox did not start: ${text}\n`);
	nodeProcess.exitCode = 1;
});
