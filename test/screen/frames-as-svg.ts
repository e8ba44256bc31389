import xterm from '@xterm/headless';
import type {Size} from '../../source/screen/shown-state.ts';
import type {Language} from '../../source/text/index.ts';
import {frameOf} from '../support/draw-frame.ts';
import {framesToSee} from './frames-to-see.ts';

const grounds = {light: {back: '#ffffff', front: '#000000'}, dark: {back: '#15191f', front: '#dcdcdc'}} as const;

type Look = {readonly size: Size; readonly language: Language; readonly ground: keyof typeof grounds};

/** Pixels of a cell. */
const cell = {width: 9, height: 18};

/** Every frame of the app that is worth a look, as an SVG, without the pictures that are painted over some. */
export async function* framesAsSvg({size, language, ground}: Look): AsyncGenerator<{name: string; svg: string}> {
	const background = [1, 3, 5].map(at => Number.parseInt(grounds[ground].back.slice(at, at + 2), 16));
	for (const {name, state} of framesToSee({size, language})) {
		const frame = frameOf({...state, colors: 'truecolor', background: background as [number, number, number]});
		yield {name, svg: await svgOf(frame, size, ground)};
	}
}

async function svgOf(frame: string, {columns, rows}: Size, ground: Look['ground']): Promise<string> {
	const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	await new Promise<void>(resolve => terminal.write(frame, resolve));
	const {back, front} = grounds[ground];
	const parts: string[] = [];
	for (let y = 0; y < rows; y++) {
		const line = terminal.buffer.active.getLine(y);
		for (let x = 0; x < columns; x++) {
			const one = line?.getCell(x);
			const sign = one?.getChars() ?? '';
			if (!one || one.getWidth() === 0) continue;
			const own = one.isFgRGB() ? `#${one.getFgColor().toString(16).padStart(6, '0')}` : front;
			const [ink, paper] = one.isInverse() ? [back, own] : [own, undefined];
			const [left, top] = [x * cell.width, y * cell.height];
			const wide = cell.width * one.getWidth();
			if (paper) parts.push(`<rect x="${left}" y="${top}" width="${wide}" height="${cell.height}" fill="${paper}"/>`);
			if (one.isUnderline())
				parts.push(`<rect x="${left}" y="${top + cell.height - 2}" width="${wide}" height="1" fill="${ink}"/>`);
			if (sign.trim() === '') continue;
			const safe = sign.replace(/[&<>]/g, code => `&#${code.charCodeAt(0)};`);
			const weight = one.isBold() ? ' font-weight="bold"' : '';
			parts.push(`<text x="${left}" y="${top + 14}" fill="${ink}"${weight}>${safe}</text>`);
		}
	}
	const [width, height] = [columns * cell.width, rows * cell.height];
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans Mono, Noto Sans CJK SC, monospace" font-size="15"><rect width="100%" height="100%" fill="${back}"/>${parts.join('')}</svg>`;
}
