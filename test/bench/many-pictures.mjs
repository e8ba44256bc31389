import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {labelled} from './labels.mjs';

/** The bytes of the labelled JPEGs that `keep` says yes to. */
export const labelledJpegs = async (options, keep = () => true) => {
	const jpegs = (await labelled(options)).filter(one => /^\.jpe?g$/i.test(extname(one.path)) && keep(one));
	return await Promise.all(jpegs.map(({path}) => readFile(path)));
};

/** The same picture with a comment behind its first marker: another content. */
const withComment = (jpeg, text) => {
	const comment = Buffer.from(text);
	const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
};

/** A folder of so many JPEGs, each of another content. */
export const fill = async (folder, originals, count) => {
	await mkdir(folder);
	for (let index = 0; index < count; index++) {
		const bytes = withComment(originals[index % originals.length], String(index));
		await writeFile(join(folder, `${index}.jpg`), bytes);
	}
	return folder;
};
