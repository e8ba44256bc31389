import fc from 'fast-check';
import {expect, it} from 'vitest';
import {packagePath} from '../source/core/package-root.ts';
import {published} from './support/published.ts';

type Output = {
	write(x: number, y: number, text: string, options: {transformers: readonly []}): void;
	clip(clip: {x1?: number; x2?: number; y1?: number; y2?: number}): void;
	unclip(): void;
	get(): {output: string; height: number};
};
type Drawing = {
	readonly Output: new (size: {width: number; height: number}) => Output;
	readonly sanitizeAnsi: (text: string) => string;
};

/** Ink's drawing as it was published, and with our diffs. */
const drawings = async () => {
	const file = (name: string) => JSON.stringify(packagePath('node_modules', 'ink', 'build', name));
	const contents = `export {default as Output} from ${file('output.js')}; export {default as sanitizeAnsi} from ${file('sanitize-ansi.js')};`;
	const load = async (packages: readonly string[]) => await published<Drawing>(contents, packages);
	return await Promise.all([load(['ink', '@alcalzone/ansi-tokenize']), load(['none'])]);
};

const size = {width: 24, height: 5};
const words = [
	'Anna',
	'张三',
	'✓ ',
	'\u001b[31mred\u001b[39m',
	'\u001b[1mbold\u001b[22m',
	'é\u0301',
	'  ',
	'│',
	'👩‍👧',
	'\n',
];
const text = fc.array(fc.constantFrom(...words), {minLength: 1, maxLength: 6}).map(parts => parts.join(''));
const write = fc.record({x: fc.nat(size.width - 1), y: fc.nat(size.height), text, clip: fc.boolean()});
const frames = fc.array(fc.array(write, {maxLength: 6}), {minLength: 2, maxLength: 5});

const draw = ({Output}: Drawing, operations: readonly {x: number; y: number; text: string; clip: boolean}[]) => {
	const output = new Output(size);
	for (const one of operations) {
		if (one.clip) output.clip({x1: 3, x2: 20, y1: 1, y2: 4});
		output.write(one.x, one.y, one.text, {transformers: []});
		if (one.clip) output.unclip();
	}
	return output.get();
};

// The diffs let Ink keep the characters, the rows and the texts of the frame before.
it('a frame after others is the frame that Ink draws afresh', async () => {
	const [stock, ours] = await drawings();
	fc.assert(
		fc.property(frames, many => {
			for (const operations of many) expect(draw(ours, operations)).toEqual(draw(stock, operations));
			// And once more, all of it known by now.
			for (const operations of many) expect(draw(ours, operations)).toEqual(draw(stock, operations));
		}),
		{numRuns: 200},
	);
});

it('a text is as clean the second time as Ink makes it', async () => {
	const [stock, ours] = await drawings();
	for (const dirty of ['\u001b[2Jgone', '\u001b[31mred', 'plain', '\u001b[3;4Hmoved\u001b[1m']) {
		for (let time = 0; time < 2; time++) expect(ours.sanitizeAnsi(dirty)).toBe(stock.sanitizeAnsi(dirty));
	}
});
