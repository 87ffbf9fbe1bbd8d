import { fs, nodeProcess } from '../../support/node';
import { root } from '../../../scripts/editor/places';
import { run } from '../../../scripts/editor/run';
import { Trouble, say } from '../../../scripts/editor/say';

const USUAL = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const find = (): string | undefined =>
	[nodeProcess.env.CHROMIUM ?? '', ...USUAL].find((file) => file !== '' && fs.existsSync(file));

/**
 * Where Chromium or Chrome is: CHROMIUM, or a usual place. Debian gets it by itself when this runs as root.
 *
 * @throws Trouble saying how to get it
 */
export async function findChromium(): Promise<string> {
	const found = find() ?? ((await getFromDebian()) ? find() : undefined);
	if (found !== undefined) return found;
	throw new Trouble(
		'There is no Chromium here.',
		'Debian: sudo apt-get install chromium. Ubuntu and others: install Chrome.',
		'If it is in an unusual place, name it: CHROMIUM=/path/to/chrome npm run test:e2e',
	);
}

async function getFromDebian(): Promise<boolean> {
	if (nodeProcess.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
	say('Getting Chromium with apt-get, once …');
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
		const { code } = await run('apt-get', args, { cwd: root, env });
		if (code !== 0) return false;
	}
	return true;
}
