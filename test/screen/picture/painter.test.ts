import {describe, expect, it} from 'vitest';
import type {OpenedPage} from '../../../source/core/pictures/page.ts';
import {geometryOf} from '../../../source/core/records/geometry.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {update as review} from '../../../source/core/review/review.ts';
import {keyEvents} from '../../../source/screen/keys/press-key.ts';
import {startPainter} from '../../../source/screen/picture/painter.ts';
import {showOn} from '../../../source/screen/shown-state.ts';
import {usualView} from '../../../source/session/review/state.ts';
import {createStore} from '../../../source/session/store.ts';
import {cellWidth} from '../../../source/terminal/frame/cells.ts';
import type {CellPicture} from '../../../source/terminal/graphics/rows.ts';
import {namedKey, textKey} from '../../../source/terminal/keyboard/key.ts';
import {at, stateWith, update} from '../../support/app-state.ts';
import {pageSize, placedReading} from '../../support/placed.ts';
import {recordOf} from '../../support/records.ts';

/** Black on the left half, white on the right: every cut-out of it can be distinguished from another picture's. */
const pageOf = (sha256: string, shade: number): OpenedPage => {
	const {width, height} = pageSize;
	const grey = {
		width,
		height,
		channels: 1,
		data: new Uint8Array(width * height).map((_, at) => (at % 13 < 6 ? 0 : shade)),
	} as const;
	return {sha256, grey, small: {width: 4, height: 3, channels: 3, data: new Uint8Array(36).fill(shade)}};
};

const sha = (index: number) => String(index).repeat(64);

const placed = (index: number, changes: Partial<PassportRecord> = {}): PassportRecord => {
	const read = placedReading(undefined, [[0, 8]]);
	return recordOf(`${index}.jpg`, {reading: read, sha256: sha(index), geometry: geometryOf(read)!, ...changes});
};

function open(records: readonly PassportRecord[], {columns = 80, rows = 24} = {}) {
	const initial = stateWith({
		screen: 'review',
		size: {columns, rows},
		viewing: {pictures: true, ...usualView, problems: new Map()},
	});
	let {review: reviewing} = initial;
	for (const record of records) reviewing = review(reviewing, {type: 'addRecord', record});
	const state = {...initial, review: reviewing};
	const store = showOn(
		createStore(state, update, () => {}),
		state,
	);
	const shown = new Map<string, CellPicture | undefined>();
	let painted = 0;
	const waiting = new Map<string, (page: OpenedPage) => void>();
	const end = startPainter({
		terminal: {
			setPicture(id, picture) {
				shown.set(id, picture);
				painted++;
			},
		},
		store,
		manner: {graphics: 'blocks', colors: '256'},
		open: path => new Promise(resolve => waiting.set(path, resolve)),
	});
	const settled = () => new Promise(setImmediate);
	return {
		store,
		shown,
		end,
		painted: () => painted,
		asked: () => [...waiting.keys()],
		press(id: string) {
			const key =
				[...id].length === 1
					? textKey(id)
					: id === 'space'
						? textKey(' ')
						: namedKey(id, '', {ctrl: false, alt: false, shift: false});
			for (const event of keyEvents(store.state(), key, at)) store.send(event);
		},
		async arrives(path: string, page: OpenedPage) {
			waiting.get(path)!(page);
			waiting.delete(path);
			await settled();
		},
	};
}

describe('the pictures of the review', () => {
	it('are painted when they come, in the room that the screen leaves for them', async () => {
		const app = open([placed(1), placed(2)]);
		expect(app.shown.get('strip')).toBeUndefined();
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		const strip = app.shown.get('strip')!;
		expect(strip).toMatchObject({x: 1, y: 13, width: 78});
		expect(strip.rows.map(cellWidth)).toEqual([78, 78, 78, 78]);
		expect(app.shown.has('page')).toBe(false);
	});

	it('show the page beside the fields where there is room', async () => {
		const app = open([placed(1)], {columns: 120, rows: 40});
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		expect(app.shown.get('page')).toMatchObject({x: 0, width: 38});
		expect(
			app.shown
				.get('strip')!
				.rows.at(-1)!
				.replace(/\x1b\[[0-9;]*m| /g, ''),
		).toBe('ERIKSSON');
	});

	it('of the next passport are opened before they are asked for', async () => {
		const app = open([placed(1), placed(2), placed(3)]);
		expect(app.asked()).toEqual(['1.jpg']);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		expect(app.asked()).toEqual(['2.jpg']);
	});

	it('of the next to look at come first, then that of the next in the batch', async () => {
		const confirmed = recordOf('2.jpg', {sha256: sha(2)});
		const app = open([placed(1), confirmed, placed(3)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		expect(app.asked()).toEqual(['3.jpg']);
		await app.arrives('3.jpg', pageOf(sha(3), 255));
		expect(app.asked()).toEqual(['2.jpg']);
	});

	it('that come late are never on another passport', async () => {
		const app = open([placed(1), placed(2)]);
		app.press('J');
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		expect(app.shown.get('strip')).toBeUndefined();
		await app.arrives('2.jpg', pageOf(sha(2), 99));
		expect(app.shown.get('strip')).toBeDefined();
		app.press('K');
		const first = app.shown.get('strip')!;
		app.press('J');
		expect(app.shown.get('strip')).not.toBe(first);
	});

	it('go at once when a passport is opened whose picture is not there yet, and on other screens', async () => {
		const app = open([placed(1), placed(2), placed(3)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		app.press('G');
		expect(app.shown.get('strip')).toBeUndefined();
		app.press('g');
		expect(app.shown.get('strip')).toBeDefined();
		app.press('?');
		expect(app.shown.get('strip')).toBeUndefined();
	});

	it('are painted once, however often the state changes, and again for another field', async () => {
		const app = open([placed(1), placed(2)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		const before = app.painted();
		app.store.send({type: 'pictureProblem', path: 'other.jpg', code: 'NOT_READABLE'});
		expect(app.painted()).toBe(before);
		app.press('j');
		expect(app.painted()).toBe(before + 1);
	});

	it('are enlarged by space: the letters, the lines, the whole page, the field again', async () => {
		const app = open([placed(1)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		const heights = () => app.shown.get('strip')!.rows.length;
		expect(heights()).toBe(4);
		app.press('space');
		expect(heights()).toBe(15);
		app.press('space');
		expect(
			app.shown
				.get('strip')!
				.rows.join('')
				.replace(/\x1b\[[0-9;]*m/g, ''),
		).toMatch(/E\s+R\s+I\s+K\s+S/);
		app.press('space');
		expect(heights()).toBe(15);
		app.press('space');
		expect(heights()).toBe(4);
	});

	it.each([
		['sixel', /"1;1;(?<wide>\d+);(?<high>\d+)/],
		['inline', /width=(?<wide>\d+);height=(?<high>\d+)/],
		['kitty', /c=(?<wide>\d+),r=(?<high>\d+)/],
	] as const)('are real ones once the terminal says it shows these: %s', async (graphics, size) => {
		const app = open([placed(1)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		const blocks = app.shown.get('strip')!;
		app.store.lookAgain({graphics, cell: {width: 10, height: 20}});
		const {over, ...strip} = app.shown.get('strip')!;
		expect(strip).toMatchObject({x: blocks.x, y: blocks.y, width: blocks.width});
		expect(strip.rows.map(cellWidth)).toEqual(blocks.rows.map(cellWidth));
		const found = [...over!.show.matchAll(new RegExp(size, 'g'))].map(({groups}) => groups!);
		expect(found.length).toBeGreaterThan(0);
		const unit = graphics === 'sixel' ? {width: 10, height: 20} : {width: 1, height: 1};
		for (const {wide, high} of found) {
			expect(Number(wide) % unit.width).toBe(0);
			expect(Number(wide) / unit.width).toBeLessThanOrEqual(strip.width);
			expect(Number(high) / unit.height).toBeLessThanOrEqual(strip.rows.length);
		}
		// What is in the cells goes when these are blank; what is over them when it is named.
		const blanks = over!.hide.replace(/\x1b\[[\d;]*[mH]/g, '');
		if (graphics === 'kitty') expect(over!.hide).toContain('a=d');
		else {
			const cells = found.reduce(
				(sum, {wide, high}) => sum + (Number(wide) / unit.width) * (Number(high) / unit.height),
				0,
			);
			expect(blanks).toBe(' '.repeat(cells));
		}
	});

	it('are not shown of a file that is another picture now, and the screen says so', async () => {
		const app = open([placed(1)]);
		await app.arrives('1.jpg', pageOf(sha(9), 255));
		expect(app.shown.get('strip')).toBeUndefined();
		expect([...app.store.state().viewing.problems]).toEqual([['1.jpg', 'CHANGED']]);
	});

	it('are taken away at the end', async () => {
		const app = open([placed(1)]);
		await app.arrives('1.jpg', pageOf(sha(1), 255));
		app.end();
		expect(app.shown.get('strip')).toBeUndefined();
	});
});
