// What is changed in the text of dependencies while they are bundled: for dist/, and for what measures it.

import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const modules = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'node_modules');

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

// Ink takes every line apart into styled characters for every frame, puts the rows together again, and forgets them;
// nearly all of them are those of the frame before. That is half of what a key costs.
const keptCharacters = patched('kept-characters', /[\\/]ink[\\/]build[\\/]output\.js$/, [
	['caches = new OutputCaches();', `caches = kept;`],
	[
		'export default class Output {',
		`const kept = new OutputCaches();
const keptRows = [];
const blank = {type: 'char', value: ' ', fullWidth: false, styles: []};
const forgetSome = map => {
    if (map.size > 4000) map.clear();
};
const isSame = (row, other) => row.length === other.length && row.every((item, index) => item === other[index]);
/** The characters of a row, from what is written to it: where, what, where, what. */
const charactersOf = (width, writes) => {
    const row = Array(width).fill(blank);
    for (let index = 0; index < writes.length; index += 2) {
        let at = writes[index];
        for (const character of kept.getStyledChars(writes[index + 1])) {
            row[at] = character;
            const cells = (character.cells ??= Math.max(1, kept.getStringWidth(character.value)));
            // What is left of a wide character.
            for (let further = 1; further < cells; further++)
                row[at + further] = character.rest ??= {type: 'char', value: '', fullWidth: false, styles: character.styles};
            at += cells;
        }
    }
    return row.filter(item => item !== undefined);
};
export default class Output {`,
	],
	[
		'const { width, height } = options;',
		`const { width, height } = options;
        for (const map of [kept.widths, kept.blockWidths, kept.styledChars]) forgetSome(map);`,
	],
	[
		`            for (let x = 0; x < this.width; x++) {
                row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });
            }
`,
		'',
	],
	[
		`                    const characters = this.caches.getStyledChars(line);
                    let offsetX = x;
                    for (const character of characters) {
                        currentLine[offsetX] = character;
                        // Determine printed width using string-width to align with measurement
                        const characterWidth = Math.max(1, this.caches.getStringWidth(character.value));
                        // For multi-column characters, clear following cells to avoid stray spaces/artifacts
                        if (characterWidth > 1) {
                            for (let index = 1; index < characterWidth; index++) {
                                currentLine[offsetX + index] = {
                                    type: 'char',
                                    value: '',
                                    fullWidth: false,
                                    styles: character.styles,
                                };
                            }
                        }
                        offsetX += characterWidth;
                    }
`,
		`                    currentLine.push(x, line);
`,
	],
	[
		`            .map(line => {
            // See https://github.com/vadimdemedes/ink/pull/564#issuecomment-1637022742
            const lineWithoutEmptyItems = line.filter(item => item !== undefined);
            return styledCharsToString(lineWithoutEmptyItems).trimEnd();
`,
		`            .map((writes, y) => {
            const before = keptRows[y];
            if (before?.width === this.width && isSame(before.writes, writes)) return before.text;
            const text = styledCharsToString(charactersOf(this.width, writes)).trimEnd();
            keptRows[y] = {width: this.width, writes, text};
            return text;
`,
	],
]);

// Each character has a list of styles of its own, and each two neighbours are compared through three sets.
const keptStyles = patched('kept-styles', /[\\/]ansi-tokenize[\\/]build[\\/]styledChars\.js$/, [
	['styles: [...codes],', 'styles: codes,'],
	[
		'ret += ansiCodesToString(diffAnsiCodes(chars[i - 1].styles, char.styles));',
		'if (chars[i - 1].styles !== char.styles) ret += ansiCodesToString(diffAnsiCodes(chars[i - 1].styles, char.styles));',
	],
]);

// The same for looking through every text for escape sequences, and for measuring it.
const keptClean = patched('kept-clean', /[\\/]ink[\\/]build[\\/]sanitize-ansi\.js$/, [
	[
		'export default sanitizeAnsi;',
		`const kept = new Map();
export default text => {
    if (!hasAnsiControlCharacters(text)) return text;
    let clean = kept.get(text);
    if (clean === undefined) {
        if (kept.size > 4000) kept.clear();
        clean = sanitizeAnsi(text);
        kept.set(text, clean);
    }
    return clean;
};`,
	],
]);
const keptWidths = patched('kept-widths', /[\\/]ink[\\/]build[\\/]render-node-to-output\.js$/, [
	["import widestLine from 'widest-line';", "import measureText from './measure-text.js';"],
	['const currentWidth = widestLine(text);', 'const currentWidth = measureText(text).width;'],
]);

/** What is changed in how Ink draws a frame. */
export const keptByInk = [keptCharacters, keptStyles, keptClean, keptWidths];

/** One copy for all who ask for it. */
export const alias = {'string-width': join(modules, 'string-width/index.js')};

export const plugins = [withoutDeveloperTools, quickYoga, quickWidth, quickSize, ...keptByInk];
