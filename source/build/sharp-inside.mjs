import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const sharp = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules', 'sharp');
const {version} = JSON.parse(readFileSync(join(sharp, 'package.json'), 'utf8'));

/** Where sharp looks for a copy that was built here: there is none beside a bundle. */
const builtHere = 'require(`../src/build/';

/** Where it opens its native part, by its package. */
const nativePart = /(require\("@img\/(sharp-[\w-]+)\/sharp\.node"\))/g;

/** Where it asks which libraries are in it: this program does not. */
const versions = /require\(`@img\/sharp[^`]*\/versions`\)/g;

/** A module: `require` itself, and where a path is in the folders of packages that it looks in; undefined where in none. */
const installed = `
	const {existsSync} = require('node:fs');
	const {join} = require('node:path');
	const asked = require;
	exports.asked = asked;
	exports.installed = (...path) =>
		asked.resolve.paths('sharp').map(folder => join(folder, ...path)).find(path => existsSync(path));`;

/**
 * For esbuild: the JavaScript of sharp is 70 files, and Node takes a quarter of its own start to find and compile them. In
 * a bundle they are compiled with the rest. Its native part, and with it the decoders that get security updates, stays the
 * dependency that is installed: where that is of another version than this one, sharp is required as a whole. Parts of
 * Node that it uses only to build itself or to learn of a foreign system are opened when they are called: they are 25 files.
 * Where `exports` of a package say what is in it, Node loads how ES modules are found: what is there is taken by its path.
 */
export const sharpInside = {
	name: 'sharp-inside',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^sharp$/}, ({kind}) =>
			kind === 'dynamic-import' ? {path: 'sharp', namespace: 'sharp-inside'} : undefined,
		);
		onResolve({filter: /^sharp-installed$/}, ({path}) => ({path, namespace: 'sharp-installed'}));
		onLoad({filter: /./, namespace: 'sharp-installed'}, () => ({contents: installed, resolveDir: sharp}));
		onLoad({filter: /./, namespace: 'sharp-inside'}, () => ({
			contents: `
				const {readFileSync} = require('node:fs');
				const {asked, installed} = require('sharp-installed');
				const versionOf = path => path && JSON.parse(readFileSync(path, 'utf8')).version;
				const inside = () => {
					try {
						return versionOf(installed('sharp', 'package.json')) === '${version}' ? require('${join(sharp, 'dist', 'index.cjs')}') : undefined;
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
			if (!text.includes(builtHere) || !nativePart.test(text))
				throw new Error(`${path} looks elsewhere for its native part`);
			const none = '(path => { throw new Error(path); })(`../src/build/';
			const native = `
				const {asked, installed} = require('sharp-installed');
				const native = name => {
					const path = installed('@img', name, 'lib', name + '-${version}.node');
					return path && asked(path);
				};`;
			const found = text.replaceAll(builtHere, none).replace(nativePart, "(native('$2') ?? $1)");
			return {contents: native + found, loader: 'js'};
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
		onLoad({filter: /[\\/]sharp[\\/]dist[\\/]utility\.cjs$/}, ({path}) => {
			const text = readFileSync(path, 'utf8');
			if (!versions.test(text)) throw new Error(`${path} asks for its libraries in another way`);
			return {contents: text.replace(versions, '(() => { throw undefined; })()'), loader: 'js'};
		});
	},
};
