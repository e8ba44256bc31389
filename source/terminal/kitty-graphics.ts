import {deflateSync} from 'node:zlib';
import type {RgbPixels} from './blocks.ts';

/** Longest payload of one sequence, in characters of base64 (kitty graphics protocol, "Remote client"). */
const chunk = 4096;

/** Shows a picture at the cursor, which stays where it is, over `columns` by `rows` cells; no answer is wanted. */
export function kittyShow(id: number, {width, height, data}: RgbPixels, columns: number, rows: number): string {
	const payload = deflateSync(data, {level: 3}).toString('base64');
	let text = '';
	for (let at = 0; at < payload.length; at += chunk) {
		const more = at + chunk < payload.length ? 1 : 0;
		const keys =
			at === 0
				? `a=T,q=2,f=24,o=z,s=${width},v=${height},i=${id},p=1,c=${columns},r=${rows},C=1,m=${more}`
				: `m=${more}`;
		text += `\x1b_G${keys};${payload.slice(at, at + chunk)}\x1b\\`;
	}
	return text;
}

/** Takes a picture away and frees it. */
export const kittyHide = (id: number): string => `\x1b_Ga=d,d=I,i=${id},q=2\x1b\\`;
