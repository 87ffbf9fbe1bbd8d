// Plain Node, so that nothing but the loading is timed. What n8n itself has loaded by then is loaded first.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
for (const name of ['reflect-metadata', 'n8n-workflow', 'n8n-core', 'zod']) require(name);

const begun = performance.now();
for (const file of process.argv.slice(2)) {
	for (const Type of Object.values(require(file))) {
		if (typeof Type === 'function') new Type();
	}
}
process.stdout.write(String(performance.now() - begun));
