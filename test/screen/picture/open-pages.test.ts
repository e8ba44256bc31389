import {describe, expect, it} from 'vitest';
import type {OpenedPage} from '../../../source/core/pictures/page.ts';
import {createOpenPages} from '../../../source/screen/picture/open-pages.ts';

const pageOf = (path: string): OpenedPage => {
	const one = {width: 1, height: 1, channels: 1, data: new Uint8Array(1)} as const;
	return {sha256: path, grey: one, small: one};
};

/** Pictures that are opened when the test says so. */
function openPages() {
	const asked: {path: string; succeed: () => void; fail: () => void}[] = [];
	const told: string[] = [];
	const pages = createOpenPages({
		open: path =>
			new Promise((resolve, reject) => {
				asked.push({path, succeed: () => resolve(pageOf(path)), fail: () => reject(new Error(path))});
			}),
		onOpen: path => told.push(path),
		onProblem: path => told.push(`not ${path}`),
	});
	const settled = () => new Promise(setImmediate);
	return {pages, asked, told, paths: () => asked.map(({path}) => path), settled};
}

describe('the pictures that are kept open', () => {
	it('are opened one after the other, the most urgent first', async () => {
		const {pages, asked, told, paths, settled} = openPages();
		pages.want(['a', 'b']);
		expect(paths()).toEqual(['a']);
		asked[0]!.succeed();
		await settled();
		expect(told).toEqual(['a']);
		expect(paths()).toEqual(['a', 'b']);
		expect(pages.page('a')?.sha256).toBe('a');
		expect(pages.page('b')).toBeUndefined();
	});

	it('leaves out those that were passed by while another was being opened, and reports nothing of what is no longer wanted', async () => {
		const {pages, asked, told, paths, settled} = openPages();
		for (const path of ['a', 'b', 'c', 'd']) pages.want([path]);
		asked[0]!.succeed();
		await settled();
		expect(told).toEqual([]);
		expect(paths()).toEqual(['a', 'd']);
	});

	it('are opened once, however often they are wanted', async () => {
		const {pages, asked, paths, settled} = openPages();
		pages.want(['a']);
		asked[0]!.succeed();
		await settled();
		pages.want(['b']);
		asked[1]!.succeed();
		await settled();
		pages.want(['a', 'b']);
		await settled();
		expect(paths()).toEqual(['a', 'b']);
	});

	it('are few: the ones that were wanted longest ago are forgotten', async () => {
		const {pages, asked, settled} = openPages();
		const names = ['a', 'b', 'c', 'd', 'e'];
		for (const [index, path] of names.entries()) {
			pages.want([path]);
			asked[index]!.succeed();
			await settled();
		}
		expect(names.filter(path => pages.page(path))).toEqual(['b', 'c', 'd', 'e']);
	});

	it('reports a picture that cannot be opened once, moves to the next, and tries again later', async () => {
		const {pages, asked, told, paths, settled} = openPages();
		pages.want(['a', 'b']);
		asked[0]!.fail();
		await settled();
		expect(told).toEqual(['not a']);
		asked[1]!.succeed();
		await settled();
		pages.want(['b']);
		pages.want(['a', 'b']);
		expect(paths()).toEqual(['a', 'b', 'a']);
	});
});
