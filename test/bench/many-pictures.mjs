import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {labelled} from './labels.mjs';

/** What a file is, whatever its name says: one specimen has the name of another format. */
const isJpeg = bytes => bytes[0] === 0xff && bytes[1] === 0xd8;

/** The bytes of the labelled JPEGs that `keep` says yes to. */
export const labelledJpegs = async (options, keep = () => true) => {
	const pictures = await Promise.all((await labelled(options)).filter(keep).map(({path}) => readFile(path)));
	return pictures.filter(isJpeg);
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
