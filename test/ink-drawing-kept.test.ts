import {type IBufferCell, Terminal} from '@xterm/headless';
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
	'\u001b[38;5;3mdim \u001b[2mand yellow\u001b[22m\u001b[39m',
	'\u001b[7munclosed',
	'\u001b[1;31mboth\u001b[22m',
	'\u001b[38;5;2;1mbold at the end\u001b[39m',
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

const look = (cell: IBufferCell) =>
	[
		cell.getChars() || ' ',
		cell.getWidth(),
		...[cell.getFgColorMode(), cell.getFgColor(), cell.getBgColorMode(), cell.getBgColor()],
		...[cell.isBold(), cell.isDim(), cell.isInverse(), cell.isUnderline()],
	].join(' ');

/** The cells of a terminal that a frame is written to: the same may be said in other sequences. */
async function cellsOf(frame: string): Promise<readonly string[]> {
	const terminal = new Terminal({cols: 80, rows: size.height + 1, allowProposedApi: true});
	await new Promise<void>(resolve => terminal.write(frame.replaceAll('\n', '\r\n'), resolve));
	const {active} = terminal.buffer;
	const cells = Array.from({length: size.height + 1}, (_, row) =>
		Array.from({length: terminal.cols}, (_, column) => look(active.getLine(row)!.getCell(column)!)),
	).flat();
	terminal.dispose();
	return cells;
}

// The diffs let Ink keep the characters, the rows and the texts of the frame before, and write a row that is one text as it is.
it('a frame after others shows what Ink draws afresh', async () => {
	const [stock, ours] = await drawings();
	await fc.assert(
		fc.asyncProperty(frames, async many => {
			// And once more, all of it known by now.
			for (const operations of [...many, ...many]) {
				const [drawn, asPublished] = [draw(ours, operations), draw(stock, operations)];
				expect(drawn.height).toBe(asPublished.height);
				if (drawn.output === asPublished.output) continue;
				expect(await cellsOf(drawn.output)).toEqual(await cellsOf(asPublished.output));
			}
		}),
		{numRuns: 400},
	);
});

it('a text is as clean the second time as Ink makes it', async () => {
	const [stock, ours] = await drawings();
	for (const dirty of ['\u001b[2Jgone', '\u001b[31mred', 'plain', '\u001b[3;4Hmoved\u001b[1m']) {
		for (let time = 0; time < 2; time++) expect(ours.sanitizeAnsi(dirty)).toBe(stock.sanitizeAnsi(dirty));
	}
});
