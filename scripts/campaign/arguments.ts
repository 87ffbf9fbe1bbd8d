import { nodeProcess, path, root } from '../../test/support/node';

export interface Choices {
	readonly workflow: string;
	readonly contacts: string;
	readonly live: boolean;
	readonly help: boolean;
}

export const HELP = `npm start                      run the example campaign against the sandbox; reaches nobody
npm start -- --contacts FILE   with your own contacts, a CSV with the columns name, linkedin, vendor, step
npm start -- --workflow FILE   with another n8n workflow file
npm start -- --live            for real: shows who will be contacted and asks first`;

/** What the command line asks for. Throws an Error with a sentence for what it does not know. */
export function readArguments(words: readonly string[]): Choices {
	const choices = {
		workflow: path.join(root, 'examples/crm-to-linkedin.json'),
		contacts: path.join(root, 'examples/contacts.csv'),
		live: false,
		help: false,
	};
	for (let at = 0; at < words.length; at++) {
		const [word, inline] = words[at].split(/=(.*)/s);
		const file = (): string => {
			const given = inline ?? words[++at];
			if (!given) throw new Error(`${word} needs the name of a file.`);
			return path.resolve(nodeProcess.cwd(), given);
		};
		if (word === '--workflow') choices.workflow = file();
		else if (word === '--contacts') choices.contacts = file();
		else if (word === '--live') choices.live = true;
		else if (word === '--help' || word === '-h') choices.help = true;
		else throw new Error(`${word} is not known here.\n\n${HELP}`);
	}
	return choices;
}
