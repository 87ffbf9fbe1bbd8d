import { fs, nodeProcess } from '../../support/node';

/** Where a run's last words are kept for the reporter, which prints them when everything else is said. */
const file = (): string => nodeProcess.env.SYSTEM_CLOSING ?? '';

/** Makes that the last thing printed. */
export function closeWith(text: string): void {
	fs.writeFileSync(file(), text);
}

/** The last words; undefined when there are none. */
export const lastWords = (): string | undefined =>
	fs.existsSync(file()) ? fs.readFileSync(file(), 'utf8') : undefined;
