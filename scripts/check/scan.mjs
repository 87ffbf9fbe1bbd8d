// n8n's scanner rules on the sources and on the built package, offline. Prints nothing when they find nothing.
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { mkdtempSync, readFileSync, writeFileSync, cpSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The scanner lints what is published: dist and package.json, as the tarball has them. */
const published = mkdtempSync(join(tmpdir(), 'scan-'));
cpSync(join(root, 'dist'), join(published, 'dist'), { recursive: true });
writeFileSync(join(published, 'package.json'), readFileSync(join(root, 'package.json')));

let failed = false;
for (const [what, directory, patterns] of [
	['sources', root, SOURCE_FILE_PATTERNS],
	['built package', published, undefined],
]) {
	const result = await analyzePackage(directory, patterns);
	if (result.passed) continue;
	failed = true;
	process.stdout.write(`${what}: ${result.message}\n${result.details ?? ''}\n`);
}
rmSync(published, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
