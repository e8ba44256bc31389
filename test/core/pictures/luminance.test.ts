import sharp from 'sharp';
import {expect, it} from 'vitest';
import {luminance} from '../../../source/core/pictures/decode/luminance.ts';

it('is the grey that libvips makes of every colour, to one level', async () => {
	const levels = [0, 1, 2, 3, 5, 8, 12, 17, 25, 40, 64, 90, 128, 170, 200, 230, 254, 255];
	const rgb = Uint8Array.from(levels.flatMap(r => levels.flatMap(g => levels.flatMap(b => [r, g, b]))));
	const raw = {width: rgb.length / 3, height: 1, channels: 3} as const;
	const theirs = await sharp(rgb, {raw}).toColourspace('b-w').raw().toBuffer();
	const ours = luminance(rgb);
	const differences = [...ours].map((level, at) => Math.abs(level - theirs[at]!));
	expect(Math.max(...differences)).toBeLessThanOrEqual(1);
	expect(differences.filter(difference => difference > 0).length).toBeLessThan(0.25 * ours.length);
});

it('is the same of a colour wherever it is in a large picture', () => {
	const one = luminance(Uint8Array.from([200, 30, 90]))[0];
	const rgb = new Uint8Array(3 * 300_001);
	for (let at = 0; at < rgb.length; at += 3) rgb.set([200, 30, 90], at);
	expect(luminance(rgb).every(level => level === one)).toBe(true);
});
