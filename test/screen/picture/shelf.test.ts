import {describe, expect, it} from 'vitest';
import type {OpenedPage} from '../../../source/core/pictures/page.ts';
import {createShelf} from '../../../source/screen/picture/shelf.ts';

const pageOf = (path: string): OpenedPage => {
	const one = {width: 1, height: 1, channels: 1, data: new Uint8Array(1)} as const;
	return {sha256: path, grey: one, small: one};
};

/** Pictures that are opened when the test says so. */
function openShelf() {
	const asked: {path: string; succeed: () => void; fail: () => void}[] = [];
	const told: string[] = [];
	const shelf = createShelf({
		open: path =>
			new Promise((resolve, reject) => {
				asked.push({path, succeed: () => resolve(pageOf(path)), fail: () => reject(new Error(path))});
			}),
		onOpen: path => told.push(path),
		onProblem: path => told.push(`not ${path}`),
	});
	const settled = () => new Promise(setImmediate);
	return {shelf, asked, told, paths: () => asked.map(({path}) => path), settled};
}

describe('the pictures that are kept open', () => {
	it('are opened one after the other, the most urgent first', async () => {
		const {shelf, asked, told, paths, settled} = openShelf();
		shelf.want(['a', 'b']);
		expect(paths()).toEqual(['a']);
		asked[0]!.succeed();
		await settled();
		expect(told).toEqual(['a']);
		expect(paths()).toEqual(['a', 'b']);
		expect(shelf.page('a')?.sha256).toBe('a');
		expect(shelf.page('b')).toBeUndefined();
	});

	it('leaves out those that were passed by while another was being opened, and reports nothing of what is no longer wanted', async () => {
		const {shelf, asked, told, paths, settled} = openShelf();
		for (const path of ['a', 'b', 'c', 'd']) shelf.want([path]);
		asked[0]!.succeed();
		await settled();
		expect(told).toEqual([]);
		expect(paths()).toEqual(['a', 'd']);
	});

	it('are opened once, however often they are wanted', async () => {
		const {shelf, asked, paths, settled} = openShelf();
		shelf.want(['a']);
		asked[0]!.succeed();
		await settled();
		shelf.want(['b']);
		asked[1]!.succeed();
		await settled();
		shelf.want(['a', 'b']);
		await settled();
		expect(paths()).toEqual(['a', 'b']);
	});

	it('are few: the ones that were wanted longest ago are forgotten', async () => {
		const {shelf, asked, settled} = openShelf();
		const names = ['a', 'b', 'c', 'd', 'e'];
		for (const [index, path] of names.entries()) {
			shelf.want([path]);
			asked[index]!.succeed();
			await settled();
		}
		expect(names.filter(path => shelf.page(path))).toEqual(['b', 'c', 'd', 'e']);
	});

	it('reports a picture that cannot be opened once, moves to the next, and tries again later', async () => {
		const {shelf, asked, told, paths, settled} = openShelf();
		shelf.want(['a', 'b']);
		asked[0]!.fail();
		await settled();
		expect(told).toEqual(['not a']);
		asked[1]!.succeed();
		await settled();
		shelf.want(['b']);
		shelf.want(['a', 'b']);
		expect(paths()).toEqual(['a', 'b', 'a']);
	});
});
