import {join} from 'node:path';
import sharp from 'sharp';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../../source/core/engines/engine.ts';
import {createOfflineEngine} from '../../../source/core/engines/offline/engine.ts';
import {packagePath} from '../../../source/core/package-root.ts';
import {decodeGrey} from '../../../source/core/pictures/decode/decode.ts';
import {pictureOf} from '../../../source/core/pictures/open.ts';
import {isBlankPage} from '../../../source/core/pictures/quality/blank.ts';

const size = {width: 827, height: 1169};

/** A sheet of A4 at 100 dpi in a shade, with grain, as a scanner gives it, and more on it. */
async function sheet(shade: number, drawn = ''): Promise<Buffer> {
	const data = Uint8Array.from({length: size.width * size.height}, (_, at) => shade + ((at * 7919) % 13) - 6);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${drawn}</svg>`;
	return await sharp(data, {raw: {...size, channels: 1}})
		.composite([{input: Buffer.from(svg)}])
		.jpeg()
		.toBuffer();
}

const dot = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="1.5" fill="#333"/>`;
const line = (shade: string) => `<text x="100" y="900" font-size="20" fill="${shade}">P&lt;UTOERIKSSON</text>`;

describe('a page with nothing on it', () => {
	it.each([
		['white', sheet(245), true],
		['grey, as old paper is', sheet(205), true],
		['with dust', sheet(240, dot(200, 300) + dot(600, 900)), true],
		['with the shadow of the lid along an edge', sheet(240, '<rect width="12" height="1169" fill="#222"/>'), true],
		['with print that shows through from the other side', sheet(240, line('#dedede')), true],
		['with a line of print', sheet(240, line('#777')), false],
		['in the dark, where print may be', sheet(60), false],
	])('%s', async (_, bytes, isBlank) => {
		expect(isBlankPage(await decodeGrey(await pictureOf('scan.jpg', await bytes)))).toBe(isBlank);
	});
});

describe('read on this computer', () => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await createOfflineEngine({mrzAlone: true});
	});
	afterAll(async () => engine.close());

	it('is called blank, and a faint passport is read', async () => {
		await expect(engine.read(await pictureOf('scan.pdf#2', await sheet(245)))).rejects.toMatchObject({
			code: 'BLANK_PAGE',
			details: {path: 'scan.pdf#2'},
		});
		const faint = sharp(join(packagePath('source', 'specimens'), 'Scan_20260314_0003.jpg'))
			.linear(0.15, 210)
			.jpeg();
		expect((await engine.read(await pictureOf('faint.jpg', await faint.toBuffer())))[0].shape).toBe('TD3');
	});

	it('is called blank where a passport shows through from the other side, which would be in the list twice', async () => {
		const through = sharp(join(packagePath('source', 'specimens'), 'Scan_20260314_0003.jpg'))
			.flop()
			.linear(0.08, 225)
			.jpeg();
		await expect(engine.read(await pictureOf('scan.pdf#2', await through.toBuffer()))).rejects.toMatchObject({
			code: 'BLANK_PAGE',
		});
	});
});
