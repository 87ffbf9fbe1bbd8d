import { fs, path, root } from '../../test/support/node';
import { anchors, linksIn } from './markdown';

/** The branch that people read on the web. */
const BRANCH = 'main';

/** Pages for people; the README of an example among them. */
const PAGES = /^(?:[A-Z]+\.md|docs\/.+\.md|examples\/.+\.md)$/;

/** Files that n8n's editor takes links from. */
const LINKING = /^(?:credentials\/.+\.credentials\.ts|nodes\/.+\.node\.json)$/;

/** Where a link stands and where it leads, as it is written. */
export type Link = readonly [file: string, target: string];

/** The repository's address on the web, without `.git`. */
export function repositoryUrl(): string {
	const { repository } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		repository: { url: string };
	};
	return repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

/** Files of the repository whose name fits, with / between folders. */
function filesLike(pattern: RegExp): string[] {
	const below = ['docs', 'examples', 'credentials', 'nodes'].flatMap((folder) =>
		fs
			.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.map((name) => `${folder}/${name.split(path.sep).join('/')}`),
	);
	return [...fs.readdirSync(root), ...below].filter((name) => pattern.test(name)).sort();
}

/** Every link of the pages, and of what the editor shows beside nodes and credentials. */
export function allLinks(): Link[] {
	const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
	const pages = filesLike(PAGES).flatMap((file) =>
		linksIn(read(file)).map((target): Link => [file, target]),
	);
	const code = filesLike(LINKING).flatMap((file) =>
		[...read(file).matchAll(/['"](https:\/\/[^'"\s]+)['"]/g)]
			.filter(([, target]) => target.startsWith(repositoryUrl()))
			.map(([, target]): Link => [file, target]),
	);
	return [...pages, ...code];
}

/** The file and heading of this repository that a link leads to; undefined when it leads elsewhere. */
export function destination([file, target]: Link): { file: string; heading?: string } | undefined {
	const own = repositoryUrl();
	const [address, heading] = target.split('#');
	if (address === own) return { file: 'README.md', heading };
	const web = new RegExp(`^${own}/(?:blob|tree|raw)/${BRANCH}/(.+)$`).exec(address);
	if (web) return { file: web[1], heading };
	if (/^[a-z]+:/i.test(address)) return undefined;
	const place = path.posix.join(path.posix.dirname(file), decodeURIComponent(address));
	return { file: address === '' ? file : place, heading };
}

/**
 * A sentence for each link that leads to no file, or to no heading of its page.
 *
 * @param read a file's text; undefined when there is none
 */
export function brokenLinks(
	links: readonly Link[],
	read: (file: string) => string | undefined,
): string[] {
	return links.flatMap((link) => {
		const to = destination(link);
		if (!to) return [];
		const text = read(to.file);
		const says = `${link[0]} links to ${link[1]}, and`;
		if (text === undefined) return [`${says} there is no ${to.file}.`];
		if (to.heading === undefined || anchors(text).has(to.heading)) return [];
		return [`${says} ${to.file} has no such heading.`];
	});
}

/** A file or folder of the repository: the text of a page, '' of anything else. */
export function readForLinks(file: string): string | undefined {
	const full = path.join(root, file);
	if (!fs.existsSync(full)) return undefined;
	return file.endsWith('.md') ? fs.readFileSync(full, 'utf8') : '';
}
