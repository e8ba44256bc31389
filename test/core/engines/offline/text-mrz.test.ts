import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../../../source/core/engines/engine.ts';
import {createOfflineEngine} from '../../../../source/core/engines/offline/engine.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import {pictureOf} from '../../../../source/core/pictures/open.ts';
import {greyImage, jpegImage, type PdfPage, pdfFile} from '../../../support/pdf-file.ts';

const today = {year: 2010, month: 3, day: 16};
const mrz = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const;
const other = ['P<UTOLINDQVIST<<SOFIA<MARGARETA<<<<<<<<<<<<<', 'X123456784UTO8803174F3405097<<<<<<<<<<<<<<08'] as const;

let engine: Engine;
beforeAll(async () => {
	engine = await createOfflineEngine({mrzAlone: true});
});
afterAll(async () => engine.close());

const written = ([first, second]: readonly [string, string], mode = 0) =>
	`BT /F0 9 Tf ${mode} Tr 20 60 Td (${first}) Tj 0 -14 Td (${second}) Tj ET`;
const read = async (...pages: readonly PdfPage[]) => engine.read(await pictureOf('visa.pdf', pdfFile(pages)));
const size = {width: 300, height: 200};

describe('an MRZ that a PDF shows as text', () => {
	it('is that text, whatever its font looks like', async () => {
		const readings = await read({...size, content: written(mrz)});
		expect(readings).toHaveLength(1);
		expect(readings[0].lines.map(({text}) => text)).toEqual(mrz);
		const passport = judge(readings[0], {today});
		expect(passport.issues.filter(({blocks}) => blocks)).toEqual([]);
	});

	it('is judged by its check digits like any other', async () => {
		const wrong = [mrz[0], mrz[1].replace('740812', '740813')] as const;
		const [reading] = await read({...size, content: written(wrong)});
		expect(reading.lines[1]!.text).toBe(wrong[1]);
		expect(judge(reading, {today}).status).toBe('check');
	});

	it('of several passports gives each', async () => {
		const content = `${written(mrz)} 1 0 0 1 0 100 cm ${written(other)}`;
		const texts = (await read({...size, content})).map(({lines}) => lines[0]!.text);
		expect(texts.sort()).toEqual([mrz[0], other[0]].sort());
	});

	it.each([
		['is hidden for searching', 'BLANK_PAGE', {content: written(mrz, 3)}],
		[
			'is covered by a picture',
			'BLANK_PAGE',
			{content: `${written(mrz)} q 300 0 0 200 0 0 cm /I0 Do Q`, images: [greyImage(Buffer.alloc(100, 255), 10, 10)]},
		],
		['is of no passport', 'NO_PASSPORT_FOUND', {content: written(['P<UTOERIKSSON', 'hello'])}],
	] as const)('is not taken where it %s: %s', async (_, code, page) => {
		await expect(read({...size, ...page})).rejects.toMatchObject({code});
	});

	it('hides no other passport that is on the page as a picture', async () => {
		const file = join(packagePath('source', 'specimens'), 'IMG_2041.jpg');
		const {data, info} = await sharp(file)
			.autoOrient()
			.resize({width: 1400})
			.jpeg()
			.toBuffer({resolveWithObject: true});
		const height = (info.height * 400) / info.width;
		const content = `${written(mrz)} q 400 0 0 ${height} 0 120 cm /I0 Do Q`;
		const images = [jpegImage(data, info.width, info.height)];
		const readings = await read({width: 400, height: height + 130, content, images});
		const labels: readonly {readonly file: string; readonly mrz: readonly string[]}[] = JSON.parse(
			readFileSync(join(packagePath('source', 'specimens'), 'labels.json'), 'utf8'),
		);
		const seen = labels.find(label => label.file === 'IMG_2041.jpg')!.mrz;
		const texts = readings.map(({lines}) => lines.map(({text}) => text));
		expect(texts).toContainEqual([...mrz]);
		expect(texts).toContainEqual([...seen]);
	});
});
