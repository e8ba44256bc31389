import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const sharp = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules', 'sharp');
const {version} = JSON.parse(readFileSync(join(sharp, 'package.json'), 'utf8'));

/** Where sharp looks for a copy that was built here: there is none beside a bundle. */
const builtHere = 'require(`../src/build/';

/**
 * For esbuild: the JavaScript of sharp is 70 files, and Node takes a quarter of its own start to find and compile them. In
 * a bundle they are compiled with the rest. Its native part, and with it the decoders that get security updates, stays the
 * dependency that is installed: where that is of another version than this one, sharp is required as a whole. Parts of
 * Node that it uses only to build itself or to learn of a foreign system are opened when they are called: they are 25 files.
 */
export const sharpInside = {
	name: 'sharp-inside',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^sharp$/}, ({kind}) =>
			kind === 'dynamic-import' ? {path: 'sharp', namespace: 'sharp-inside'} : undefined,
		);
		onLoad({filter: /./, namespace: 'sharp-inside'}, () => ({
			contents: `
				const {readFileSync} = require('node:fs');
				const {dirname, join} = require('node:path');
				const asked = require;
				const installed = () => JSON.parse(readFileSync(join(dirname(asked.resolve('sharp')), '..', 'package.json'), 'utf8'));
				const inside = () => {
					try {
						return installed().version === '${version}' ? require('${join(sharp, 'dist', 'index.cjs')}') : undefined;
					} catch {
						// Its native part may be where only sharp itself finds it.
						return undefined;
					}
				};
				module.exports = inside() ?? asked('sharp');`,
			resolveDir: sharp,
		}));
		onLoad({filter: /[\\/]sharp[\\/]dist[\\/]sharp\.cjs$/}, ({path}) => {
			const text = readFileSync(path, 'utf8');
			if (!text.includes(builtHere)) throw new Error(`${path} looks elsewhere for its native part`);
			const none = '(path => { throw new Error(path); })(`../src/build/';
			return {contents: text.replaceAll(builtHere, none), loader: 'js'};
		});
		onLoad({filter: /[\\/](?:sharp[\\/]dist[\\/]libvips\.cjs|detect-libc\.js)$/}, ({path}) => {
			const text = readFileSync(path, 'utf8');
			const contents = text
				.replaceAll(
					/const \{ (\w+) \} = (require\('node:(?:child_process|crypto)'\));/g,
					'const $1 = (...given) => $2.$1(...given);',
				)
				.replace(
					/const (\w+) = (require\('child_process'\));/,
					'const $1 = new Proxy({}, {get: (_, name) => $2[name]});',
				);
			if (contents === text) throw new Error(`${path} opens parts of Node in another way`);
			return {contents, loader: 'js'};
		});
	},
};
