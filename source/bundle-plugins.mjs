// What is changed in the text of dependencies while they are bundled: for dist/, and for what measures it.

import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');

// Ink loads them when DEV is "true", which a person's shell may well say for reasons of its own.
const withoutDeveloperTools = {
	name: 'without-developer-tools',
	setup: ({onLoad}) => onLoad({filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: ''})),
};

/** Changes in the text of a dependency. Fails when a new version no longer has what is to be replaced. */
const patched = (name, filter, replacements) => ({
	name,
	setup: ({onLoad}) =>
		onLoad({filter}, async ({path}) => {
			let contents = await readFile(path, 'utf8');
			for (const [from, to] of replacements) {
				if (!contents.includes(from)) throw new Error(`${path} has changed: ${from} is not in it`);
				contents = contents.replaceAll(from, to);
			}

			return {contents};
		}),
});

// Two costs of the first frame that nothing on it needs, a seventh of it together: asking `fetch` for a file that is in
// the text already makes Node load its whole HTTP client; and the table of emoji sequences takes 30 ms to unfold.
const quickYoga = patched('quick-yoga', /yoga-wasm-base64-esm\.js$/, [['"function"!=typeof fetch', 'true']]);
const quickWidth = patched('quick-width', /[\\/]string-width[\\/]index\.js$/, [
	[
		'const segmenter = new Intl.Segmenter();',
		`let unfolded;
const segmenter = {segment: text => (unfolded ??= new Intl.Segmenter()).segment(text)};
// Characters that never join with a neighbour: Latin, punctuation, lines and blocks, kana, Chinese.
const single = /^[\\u0020-\\u007E\\u00A1-\\u00AC\\u00AE-\\u02FF\\u2010-\\u2027\\u2030-\\u205E\\u2190-\\u21FF\\u2500-\\u25FF\\u2700-\\u27BF\\u3000-\\u3029\\u3031-\\u3096\\u309B-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uFF01-\\uFF60]*$/;`,
	],
	[
		'for (const {segment} of segmenter.segment(string)) {',
		`if (single.test(string)) {
		for (const character of string) width += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		return width;
	}

	for (const {segment} of segmenter.segment(string)) {`,
	],
]);

// Our stand-in for the output knows its size; asking other programs for it is never needed, and what would ask them makes
// Node load sockets and name look-ups for the first frame.
const quickSize = patched('quick-size', /[\\/]terminal-size[\\/]index\.js$/, [
	[
		"import {execFileSync} from 'node:child_process';",
		"const execFileSync = (...words) => process.getBuiltinModule('node:child_process').execFileSync(...words);",
	],
]);

// Ink takes every line apart into styled characters for every frame, and forgets them; nearly all of them are those of
// the frame before. That is half of what a key costs.
export const keptCharacters = patched('kept-characters', /[\\/]ink[\\/]build[\\/]output\.js$/, [
	['caches = new OutputCaches();', `caches = kept;`],
	[
		'export default class Output {',
		`const kept = new OutputCaches();
const forgetSome = map => {
    if (map.size > 4000) map.clear();
};
export default class Output {`,
	],
	[
		'const { width, height } = options;',
		`const { width, height } = options;
        for (const map of [kept.widths, kept.blockWidths, kept.styledChars]) forgetSome(map);`,
	],
]);

/** One copy for all who ask for it. */
export const alias = {'string-width': join(modules, 'string-width/index.js')};

export const plugins = [withoutDeveloperTools, quickYoga, quickWidth, quickSize, keptCharacters];
