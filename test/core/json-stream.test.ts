import {expect, test} from 'vitest';
import {decodeParts} from '../../source/core/decode-text.ts';
import {jsonValues} from '../../source/core/json-stream.ts';

/** A stream of parts of so many bytes. */
async function* parts(text: string | Buffer, size: number): AsyncGenerator<Buffer, void> {
	const bytes = Buffer.from(text as string);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Found = {readonly values: readonly unknown[]; readonly error: unknown};

/** What is found until the end or the first fault. `size`: bytes of a part. */
async function read(text: string | Buffer, size = 7, longest = 1e6): Promise<Found> {
	const values: unknown[] = [];
	try {
		for await (const value of jsonValues(decodeParts(parts(text, size)), {path: '-', longest})) values.push(value);
	} catch (error) {
		return {values, error};
	}
	return {values, error: undefined};
}

const objects = [
	{a: 1, b: ['x', {c: null}], d: -1.5e-3},
	{},
	{text: 'a "b" \\ \\" ] } , { [ \n 名 😀 \u2028', empty: '', '"{': true},
	{deep: [[[[{}], []]]]},
	{long: '\\'.repeat(40)},
];

const forms: Readonly<Record<string, string>> = {
	'a list': JSON.stringify(objects),
	'a list over several lines': JSON.stringify(objects, undefined, 2),
	lines: objects.map(one => JSON.stringify(one)).join('\n'),
	'lines with the ends of Windows and one at the end': objects.map(one => `${JSON.stringify(one)}\r\n`).join(''),
	'objects over several lines': objects.map(one => JSON.stringify(one, undefined, '\t')).join('\n\n'),
	'objects with nothing between them': objects.map(one => JSON.stringify(one)).join(''),
	'lists after each other': objects.map(one => `[${JSON.stringify(one)}] []`).join('\n'),
	'files that were put together, each with a mark': objects.map(one => `\ufeff${JSON.stringify(one)}`).join('\n'),
};

test.each(Object.entries(forms))('%s has the same values in parts of any size', async (_, text) => {
	for (let size = 1; size < 40; size++)
		expect(await read(text, size), `${size}`).toEqual({values: objects, error: undefined});
	for (const encoding of ['utf16le', 'utf8'] as const) {
		for (const size of [1, 2, 3, 1000]) {
			expect((await read(Buffer.from(`\ufeff${text}`, encoding), size)).values, encoding).toEqual(objects);
		}
	}
});

test('numbers, words and texts are values, alone and in a list', async () => {
	for (const text of ['1', '"a"', 'null', 'true', '-1e5']) {
		expect((await read(text, 1)).values).toEqual([JSON.parse(text)]);
		expect((await read(`[${text}, ${text} ]`, 2)).values).toEqual([JSON.parse(text), JSON.parse(text)]);
	}
});

test('nothing, and nothing but white space, have no values', async () => {
	for (const text of ['', ' \n\t', '\ufeff', '[]', '[ ]\n[]'])
		expect(await read(text, 1)).toEqual({values: [], error: undefined});
});

test.each([
	['x', 0],
	['{"a": 1', 0],
	['[{"a": 1}', 1],
	['[{"a": 1},', 1],
	['[{"a": 1},]', 1],
	['[,{}]', 0],
	['[{} {}]', 1],
	['{},{}', 1],
	['{}]', 1],
	['{}}', 1],
	['{]', 0],
	['{"a": "b}', 0],
	['{"a": tru}', 0],
	['{"a": 1,}', 0],
	[':', 0],
	['{"a": 1}\n{"a": 2}\n{"a":', 2],
	['{}\nnot json\n{}', 1],
	['"abc', 0],
	['\u00a0{}', 0],
])('after %s it says that it is no JSON, with the values before the fault', async (text, count) => {
	for (let size = 1; size <= text.length; size++) {
		const {values, error} = await read(text, size);
		expect(error, `${size}`).toBeInstanceOf(SyntaxError);
		expect(values).toHaveLength(count);
	}
});

test('of a long stream no more than a value and a part is held, and a value has a longest', async () => {
	let given = 0;
	async function* endless(): AsyncGenerator<string, void> {
		for (;;) {
			given++;
			yield `{"a": "${'x'.repeat(1000)}"}\n`;
		}
	}
	let count = 0;
	for await (const _ of jsonValues(endless(), {path: '-', longest: 1e6})) if (++count === 5000) break;
	expect(given).toBeLessThan(8000);
	const {error} = await read(`{"a": "${'x'.repeat(5_000_000)}"}`, 1 << 16, 2e6);
	expect(error).toMatchObject({code: 'TOO_LARGE', details: {path: '-', limit: 2e6}});
});
