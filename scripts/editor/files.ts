import { createHash, fs, path } from '../../test/support/node';

/** One hash over files and folders, by name and content. */
export function fingerprint(...places: string[]): string {
	const hash = createHash('sha256');
	for (const place of places) {
		for (const file of filesIn(place)) {
			hash
				.update(`${path.relative(place, file)}\0`)
				.update(fs.readFileSync(file))
				.update('\0');
		}
	}
	return hash.digest('hex');
}

function filesIn(place: string): string[] {
	if (!fs.existsSync(place)) return [];
	if (!fs.statSync(place).isDirectory()) return [place];
	return fs
		.readdirSync(place, { recursive: true, encoding: 'utf8' })
		.map((name) => path.join(place, name))
		.filter((name) => fs.statSync(name).isFile())
		.sort();
}

/** Whether the work for this fingerprint is done; `done` remembers it. */
export function stamp(file: string, wanted: string): { current: boolean; done: () => void } {
	return {
		current: fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted,
		done: () => fs.writeFileSync(file, wanted),
	};
}

export function readJson<T>(file: string): T {
	return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}
