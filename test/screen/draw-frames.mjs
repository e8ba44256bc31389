// npm run frames -- FOLDER [--size 80x24] [--lang zh] [--ground dark]
// Draws the frames of the app as pictures, to be looked at: all sizes, both languages, light and dark by default.

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import sharp from 'sharp';
import {load} from '../bench/bundle.mjs';

const {values, positionals} = parseArgs({
	allowPositionals: true,
	options: {size: {type: 'string'}, lang: {type: 'string'}, ground: {type: 'string'}},
});
const [folder] = positionals;
if (folder === undefined) {
	console.error('npm run frames -- FOLDER [--size 80x24] [--lang en|zh] [--ground light|dark]');
	process.exit(2);
}
const sizes = values.size ? [values.size] : ['60x16', '80x24', '120x40', '200x50'];
const languages = values.lang ? [values.lang] : ['en', 'zh'];
const grounds = values.ground ? [values.ground] : ['light', 'dark'];
// Ink's colours are decided when it is loaded.
Object.assign(process.env, {FORCE_COLOR: '3', COLORTERM: 'truecolor'});
const {modules, remove} = await load({frames: '../test/screen/frames-as-svg.ts'});
let count = 0;
try {
	for (const size of sizes) {
		const [columns, rows] = size.split('x').map(Number);
		for (const language of languages) {
			for (const ground of grounds) {
				const into = join(folder, `${size} ${language} ${ground}`);
				await mkdir(into, {recursive: true});
				for await (const {name, svg} of modules.frames.framesAsSvg({size: {columns, rows}, language, ground})) {
					const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`;
					await sharp(Buffer.from(svg)).png().toFile(join(into, file));
					count++;
				}
			}
		}
	}
} finally {
	await remove();
}
console.log(`${count} frames in ${folder}`);
