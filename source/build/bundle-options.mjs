// How source/ is bundled: for dist/, and for what measures it.

import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {isModuleNamespaceObject} from 'node:util/types';
import {evaluated} from './evaluated.mjs';
import {sharpInside} from './sharp-inside.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** For esbuild, but for what is bundled and in which format. */
const bundleOptions = {
	absWorkingDir: root,
	outdir: 'dist',
	legalComments: 'none',
	bundle: true,
	platform: 'node',
	target: 'node20',
	// Node 20 has them. A pattern made by `new RegExp` is unfolded at once and each time, a literal once, when it is first used.
	supported: {'regexp-set-notation': true, 'regexp-unicode-property-escapes': true},
	jsx: 'automatic',
	minify: true,
	// Native, or a decoder that has to get security updates by itself, or data: they stay real dependencies. All else goes
	// into the bundle, which installs and loads faster: `npm run bench -- install` compares.
	external: ['sharp', 'libheif-js', '@embedpdf/pdfium'],
	// One copy for all that ask for it.
	alias: {'string-width': join(root, 'node_modules/string-width/index.js')},
	define: {'process.env.NODE_ENV': '"production"'},
	logLevel: 'error',
};

/** As ES modules, which share what they have in common. What is CommonJS in them calls `require`, which they do not have. */
export const moduleOptions = {
	...bundleOptions,
	format: 'esm',
	splitting: true,
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);",
	},
};

/** As CommonJS, which Node opens in less time, and of which V8 can keep the compiled code. */
const programOptions = {
	...bundleOptions,
	format: 'cjs',
	define: {...bundleOptions.define, 'import.meta.url': '__address'},
	banner: {js: "const __address = require('node:url').pathToFileURL(__filename).href;"},
	metafile: true,
};

/**
 * Files of their own, which Node opens itself: what is large and used by few runs, so that the first run has less to
 * compile; and what imports an ES module, which code that was compiled before cannot.
 */
const apart = {
	undici: 'source/core/undici.ts',
	'workbook-writer': 'node_modules/exceljs/lib/stream/xlsx/workbook-writer.js',
	'import-module': 'source/core/import-module.ts',
};

/** What is in no bundle is required, also where the source has `import()`. */
const required = {
	name: 'required',
	setup({onResolve, onLoad}) {
		const stands = name => ({path: name, namespace: 'required'});
		for (const [name, path] of Object.entries(apart)) {
			const end = path.split('/').at(-1).replaceAll('.', '\\.');
			// The file of its own may have the name that its source has.
			onResolve({filter: new RegExp(`/${end}$`)}, ({namespace}) =>
				namespace === 'required' ? undefined : stands(`./${name}.js`),
			);
		}
		onResolve({filter: new RegExp(`^(?:${bundleOptions.external.join('|')})(?:/|$)`)}, ({path, namespace}) =>
			namespace === 'required' ? undefined : stands(path),
		);
		onLoad({filter: /./, namespace: 'required'}, ({path}) => {
			if (!path.startsWith('./') && isModuleNamespaceObject(createRequire(import.meta.url)(path))) {
				throw new Error(`${path} is an ES module, whose exports are others where it is required: use importModule`);
			}

			return {contents: `module.exports = require('${path}');`};
		});
	},
};

/** What most files import: {name: what of it}. */
const shared = {
	'node:process': ['cwd', 'env'],
	react: Object.keys(createRequire(import.meta.url)('react')),
	'react/jsx-runtime': Object.keys(createRequire(import.meta.url)('react/jsx-runtime')),
};

/** esbuild copies what is CommonJS, member by member, for each file that imports it. Here it is taken apart once. */
const takenApartOnce = {
	name: 'taken-apart-once',
	setup({onResolve, onLoad}) {
		onResolve({filter: new RegExp(`^(?:${Object.keys(shared).join('|')})$`)}, ({path, kind, namespace}) =>
			kind === 'import-statement' && namespace !== 'once' ? {path, namespace: 'once'} : undefined,
		);
		onLoad({filter: /./, namespace: 'once'}, ({path}) => ({
			contents: [
				`const whole = require('${path}');`,
				'export default whole;',
				...shared[path].map(name => `export const ${name} = whole.${name};`),
			].join('\n'),
			resolveDir: root,
		}));
	},
};

/** Parts of Node that take milliseconds to be loaded, and that no first frame needs. All that is used of them is functions. */
const openedLater = ['node:crypto', 'node:dns', 'node:dns/promises'];

/** A function of these parts is looked up when it is called. */
const openedWhenCalled = {
	name: 'opened-when-called',
	setup({onResolve, onLoad}) {
		onResolve({filter: new RegExp(`^(?:${openedLater.join('|')})$`)}, ({path, kind, namespace}) =>
			kind === 'import-statement' && namespace !== 'later' ? {path, namespace: 'later', sideEffects: false} : undefined,
		);
		onLoad({filter: /./, namespace: 'later'}, ({path}) => {
			const functions = Object.entries(createRequire(import.meta.url)(path)).filter(
				([, value]) => typeof value === 'function' && !/^class\b/.test(String(value)),
			);
			return {
				contents: [
					`export default new Proxy({}, {get: (_, name) => require('${path}')[name]});`,
					...functions.map(
						([name]) => `export function ${name}(...given) { return require('${path}').${name}(...given); }`,
					),
				].join('\n'),
				resolveDir: root,
			};
		});
	},
};

/** What Node starts, and any Node can parse: the first says which versions the program runs on. They open the bundles. */
const doors = {cli: 'source/cli.ts', worker: 'source/core/engines/offline/runtime/worker-door.ts'};

const external = [...bundleOptions.external, ...Object.keys(apart).map(name => `./${name}.js`)];
const plugins = [required, takenApartOnce, openedWhenCalled, evaluated(root, /[\\/]labels[\\/]letters\.ts$/)];

/** The bundles of dist/, for esbuild. */
export const programBundles = [
	{...bundleOptions, format: 'cjs', target: 'node12', metafile: true, entryPoints: doors},
	{
		...programOptions,
		entryPoints: {reading: 'source/core/engines/offline/runtime/worker.ts'},
		// The native parts of sharp.
		external: [...external.filter(name => name !== 'sharp'), '@img/sharp-*'],
		plugins: [sharpInside, ...plugins],
	},
	{
		...programOptions,
		entryPoints: {
			program: 'source/program.ts',
			'general-worker': 'source/core/engines/offline/runtime/general-worker.ts',
			'decoder-worker': 'source/core/pictures/decode/decoder-worker.ts',
			'usual-worker': 'source/core/records/sidecars/usual-worker.ts',
			'row-worker': 'source/commands/row-worker.ts',
		},
		external,
		plugins,
	},
	{...programOptions, entryPoints: apart},
];
