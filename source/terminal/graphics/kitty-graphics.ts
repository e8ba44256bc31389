import {deflateSync} from 'node:zlib';
import type {RgbPixels} from './blocks.ts';

/** Longest payload of one sequence, in characters of base64 (kitty graphics protocol, "Remote client"). */
const chunk = 4096;

/** Shows a picture at the cursor, which stays where it is, over `columns` by `rows` cells. */
export const kittyShow = (id: number, pixels: RgbPixels, columns: number, rows: number): string =>
	kittyChunks(`a=T,i=${id},p=1,c=${columns},r=${rows},C=1`, pixels).join('');

/** The sequences that send a picture with these keys; no answer is wanted. */
export function kittyChunks(keys: string, {width, height, data}: RgbPixels): string[] {
	const payload = deflateSync(data, {level: 3}).toString('base64');
	const sequences: string[] = [];
	for (let at = 0; at < payload.length; at += chunk) {
		const more = `m=${at + chunk < payload.length ? 1 : 0}`;
		const first = at === 0 ? `${keys},q=2,f=24,o=z,s=${width},v=${height},` : '';
		sequences.push(`\x1b_G${first}${more};${payload.slice(at, at + chunk)}\x1b\\`);
	}
	return sequences;
}

/** Takes a picture away and frees it. */
export const kittyHide = (id: number): string => `\x1b_Ga=d,d=I,i=${id},q=2\x1b\\`;
