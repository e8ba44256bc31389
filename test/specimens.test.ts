import {readdir, readFile, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {z} from 'zod';
import {type FieldKey, fieldInfo, mrzFields} from '../source/core/passport/model/fields.ts';
import {cut, layouts} from '../source/core/passport/model/layouts.ts';
import {checkDigits} from '../source/core/passport/mrz/check-digits.ts';

const folder = fileURLToPath(new URL('../source/specimens', import.meta.url));
const labels = z
	.array(
		z.object({
			file: z.string(),
			doc: z.enum(['TD3', 'TD1', 'none']),
			mrz: z.array(z.string().regex(/^[A-Z0-9<]*$/)),
			check_digits_ok: z.boolean(),
			expect: z.enum(['clean', 'check', 'refused']),
			why: z.string().min(1),
			fields: z.record(z.string(), z.string()).optional(),
		}),
	)
	.parse(JSON.parse(await readFile(join(folder, 'labels.json'), 'utf8')));
const passports = labels.filter(label => label.doc === 'TD3');
const label = (file: string) => labels.find(one => one.file === file)!;

describe('the specimens', () => {
	let pictures: string[];
	beforeAll(async () => {
		pictures = (await readdir(folder)).filter(name => /\.(jpe?g|png|bmp)$/i.test(name));
	});

	test('each picture has one label and each label its picture', () => {
		expect(labels.map(one => one.file).sort()).toEqual(pictures.sort());
		expect(new Set(labels.map(one => one.file)).size).toBe(labels.length);
	});

	test('together they stay under 4 MB, so that the package stays small', async () => {
		const sizes = await Promise.all(pictures.map(async name => (await stat(join(folder, name))).size));
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000);
	});

	test('there are enough of each kind to show what the program does', () => {
		const count = (expected: string) => labels.filter(one => one.expect === expected).length;
		expect(count('clean')).toBeGreaterThanOrEqual(12);
		expect(count('check')).toBeGreaterThanOrEqual(3);
		expect(count('refused')).toBeGreaterThanOrEqual(2);
	});

	test('one is a bitmap under the name of a JPEG', async () => {
		const bytes = await readFile(join(folder, 'photo.jpg'));
		expect(bytes.subarray(0, 2).toString('latin1')).toBe('BM');
	});

	test('one name is so long that a letter is at position 44', () => {
		expect(label('passport march 07.jpg').mrz[0]).toMatch(/[A-Z]$/);
	});

	test('one birth date has unknown parts, left blank in the MRZ', () => {
		expect(label('IMG_2055.jpg').mrz[1]?.slice(13, 19)).toBe('74<<<<');
	});
});

describe.each(passports)('$file', ({mrz, check_digits_ok, fields: values}) => {
	test('has two lines of 44 characters', () => {
		expect(mrz.map(line => line.length)).toEqual([44, 44]);
	});

	test(check_digits_ok ? 'has only right check digits' : 'has one wrong check digit, that of the number', () => {
		const refuted = checkDigits('TD3', mrz).filter(digit => digit.verdict === 'refuted');
		expect(refuted.map(digit => digit.name)).toEqual(check_digits_ok ? [] : ['number']);
	});

	test('gives its fields the values that the MRZ holds', () => {
		expect(Object.keys(values ?? {}).sort()).toEqual([...mrzFields].sort());
		for (const [key, value] of Object.entries(values ?? {})) {
			const info = fieldInfo(key as FieldKey);
			const raw = cut(mrz, layouts.TD3.fields[info.key]!);
			if (info.kind === 'date') expect(raw).toBe(zoneDate(value));
			else if (info.kind === 'sex') expect(raw.replace('<', 'X')).toBe(value);
			else if (info.kind === 'code') expect(raw).toBe(value === 'DEU' ? 'D<<' : value);
			else if (info.kind === 'name') expect(raw).toContain(value.replaceAll(' ', '<'));
			else expect(raw.replace(/<+$/, '')).toBe(value);
		}
	});
});

test('the card is a TD1: three lines of 30, all check digits right', () => {
	const {doc, mrz} = label('id card back.jpg');
	expect(doc).toBe('TD1');
	expect(mrz.map(line => line.length)).toEqual([30, 30, 30]);
	expect(checkDigits('TD1', mrz).filter(digit => digit.verdict === 'refuted')).toEqual([]);
});

/** `1974-08` as `7408<<`. */
function zoneDate(iso: string): string {
	const [year = '', month = '<<', day = '<<'] = iso.split('-');
	return year.slice(2) + month + day;
}

test('no name of a file holds more than a name', () => {
	for (const {file} of labels) expect(basename(file)).toBe(file);
});
