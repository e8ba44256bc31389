import xterm from '@xterm/headless';
import {describe, expect, it} from 'vitest';
import {keyNames} from '../../source/screen/keys/key-names.ts';
import {bodyRows} from '../../source/screen/layout/layout.ts';
import {picturesShown} from '../../source/screen/picture/pictures-shown.ts';
import type {ShownState, Size} from '../../source/screen/shown-state.ts';
import {signs} from '../../source/screen/theme.ts';
import {typingPlace} from '../../source/session/typing/typing-place.ts';
import {cellWidth} from '../../source/terminal/frame/cells.ts';
import {type Language, messages} from '../../source/text/index.ts';
import {frameOf} from '../support/draw-frame.ts';
import {framesToSee} from './frames-to-see.ts';

const sizes: readonly Size[] = [
	{columns: 60, rows: 16},
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
];

/** What can be chosen on the screens that are menus. */
function menus({screen, language, demo}: ShownState): readonly string[] | undefined {
	const {welcome, done, engine} = messages(language).app;
	if (screen === 'welcome') return demo ? undefined : [welcome.toLanguage(keyNames(language)), welcome.quit];
	if (screen === 'engine') return [engine.choices.offline.name, engine.choices.xiangyun.name];
	return screen === 'done' ? [done.quit, done.openFile, done.copyPath, done.back, done.again, done.more] : undefined;
}

/** One of each size: to make it takes longer than to write a frame. */
const terminals = new Map<string, xterm.Terminal>();

/** The frame on a terminal of that size, line by line, and whether anything ran over an edge. */
async function shown(frame: string, {columns, rows}: Size) {
	const size = `${columns}x${rows}`;
	const term = terminals.get(size) ?? new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	terminals.set(size, term);
	term.reset();
	await new Promise<void>(done => term.write(frame.replaceAll('\n', '\r\n'), done));
	const {buffer} = term;
	const lines = Array.from({length: rows}, (_, y) => buffer.active.getLine(y));
	const found = {
		lines: lines.map(line => line?.translateToString(true).trimEnd() ?? ''),
		wrapped: lines.filter(line => line?.isWrapped).length,
		scrolled: buffer.active.baseY,
	};
	return found;
}

for (const size of sizes) {
	for (const language of ['en', 'zh'] as const satisfies readonly Language[]) {
		describe(`${size.columns}x${size.rows}, ${language}`, () => {
			for (const {name, state} of framesToSee({size, language})) {
				it(`fits, with its place above and its keys below: ${name}`, async () => {
					const frame = frameOf(state);
					const cells = frame.split('\n');
					expect(cells.length).toBeLessThanOrEqual(size.rows);
					expect(cells.filter(line => cellWidth(line) > size.columns)).toEqual([]);
					const {lines, wrapped, scrolled} = await shown(frame, size);
					expect({wrapped, scrolled}).toEqual({wrapped: 0, scrolled: 0});
					expect(lines[0]).toMatch(/^ (passport-ocr {2})?\S/);
					// The name of the program gives way to what is said, and a command that is cut cannot be used.
					if (lines[0]?.includes(signs.ellipsis)) expect(lines[0]).not.toContain('passport-ocr');
					expect(lines.filter(line => /^ {5}(?:passport-ocr-tui|--).*…$/.test(line))).toEqual([]);
					expect(lines[0]).toMatch(language === 'en' ? /en$/ : /中文$/);
					const keys = lines.at(-1) ?? '';
					const answers = state.question?.kind === 'leaving' ? /^ ctrl\+c \S+$/ : /\b[yn]\b/;
					expect(keys).toMatch(state.question ? answers : typingPlace(state) ? /^ (enter|\?|esc) / : /\? \S+$/);
					// Nothing that can be chosen is cut off.
					for (const label of state.help ? [] : (menus(state) ?? [])) expect(lines.join('\n')).toContain(label);
					// Pictures stay between the header and the status line.
					for (const view of picturesShown(state)) {
						expect(view.y).toBeGreaterThanOrEqual(2);
						expect(view.y + view.rows).toBeLessThanOrEqual(2 + bodyRows(size));
						expect(view.x + view.columns).toBeLessThanOrEqual(size.columns);
					}
				});
			}
		});
	}
}

describe('in the smallest window', () => {
	const frames = framesToSee({size: sizes[0]!, language: 'en'});
	const linesOf = async (name: string) =>
		(await shown(frameOf(frames.find(frame => frame.name === name)!.state), sizes[0]!)).lines;

	it.each(Array.from({length: 6}, (_, index) => `export, line ${index + 1}`))(
		'a line of choices says that it has more of them: %s',
		async name => {
			const lines = await linesOf(name);
			const all = {Format: /form$/, Rows: /rejected/, Columns: /original skill/, 'of these': /checks/, Dates: /NOV/};
			for (const [label, last] of Object.entries(all)) {
				const line = lines.find(one => one.slice(3).startsWith(label)) ?? '';
				expect(last.test(line) || line.endsWith(` ${signs.ellipsis}`), line).toBe(true);
			}
		},
	);

	it('of a folder that may not be read, nothing is said about what is in it', async () => {
		const said = (await linesOf('picker, not readable')).join('\n');
		expect(said).toContain('cannot be read');
		expect(said).not.toContain('No pictures here');
	});

	it('a line of choices that just fits says nothing of more', async () => {
		const chinese = framesToSee({size: sizes[0]!, language: 'zh'});
		const {state} = chinese.find(({name}) => name === 'export, line 6')!;
		const {lines} = await shown(frameOf(state), sizes[0]!);
		expect(lines.find(line => line.includes('日期'))).toMatch(/22 NOV 2026$/);
	});

	it('the line of the chosen one says that others are before it', async () => {
		const lines = await linesOf('export, a form');
		expect(lines.find(line => line.includes('Format'))).toMatch(/Format +… .*\(•\) form$/);
	});

	it.each([
		['reading, the service waits', 'waiting for the service'],
		['reading, the first ones', 'starting the reader'],
	])('says what is waited for before the first result: %s', async (name, said) => {
		expect((await linesOf(name))[2]).toContain(said);
	});

	it('the notes of the settings are read to their ends', async () => {
		const lines = await linesOf('settings, everything set');
		expect(lines.filter(line => line.includes(signs.ellipsis))).toEqual([]);
		expect(lines.join(' ')).toContain('Stored in');
	});
});

it.each(sizes)('says beside the preview of the picker why nothing is listed: $columns columns', async size => {
	const {state} = framesToSee({size, language: 'en'}).find(({name}) => name === 'picker, no pictures')!;
	const {lines} = await shown(frameOf(state), size);
	const sides = lines.slice(4, -4).map(line => line.lastIndexOf(signs.side));
	expect(new Set(sides.filter(at => at >= 0)).size).toBeLessThanOrEqual(1);
	expect(lines.join(' ').replace(/[ │]+/g, ' ')).toContain('TIFF, ZIP and others.');
});
