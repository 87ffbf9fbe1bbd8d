const { transformSync } = require('esbuild');

/** For packages that exist as ES modules only, and that n8n's own nodes require: as Node 24 loads them. */
module.exports = {
	process: (source, file) => ({
		code: transformSync(source, { format: 'cjs', target: 'node20', sourcefile: file }).code,
	}),
};
