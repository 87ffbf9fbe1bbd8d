import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import type { NodeTypeSource } from '../../support/engine';
import { words } from '../support/words';
import { EXAMPLES } from './all';
import { ownTypes } from './nodeTypes';
import { Stage } from './stage';

const [wanted = ''] = words();

let sandbox: Sandbox;
let own: NodeTypeSource;

beforeAll(async () => {
	own = await ownTypes();
	sandbox = await startSandbox({ now: () => Date.now() });
}, 60_000);

afterAll(async () => {
	await sandbox.close();
});

/** Every example, on n8n's engine against the sandbox. */
describe.each(EXAMPLES.filter(({ file }) => file.includes(wanted)))('$file', ({ checks }) => {
	it.each(checks)(
		'%s',
		async (_name, check) => {
			const stage = new Stage(sandbox, own);
			try {
				await check(stage);
			} finally {
				stage.close();
			}
		},
		60_000,
	);
});
