import {join} from 'node:path';
import {beforeAll, describe, expect, it, vi} from 'vitest';
import {loadPageNetworks, type PageNetworks} from '../../../../../source/core/engines/offline/visual/lines/networks.ts';
import {readVisual} from '../../../../../source/core/engines/offline/visual/read-visual.ts';
import {packagePath} from '../../../../../source/core/package-root.ts';
import {judge} from '../../../../../source/core/passport/judge/judge.ts';
import type {Reading} from '../../../../../source/core/passport/model/reading.ts';
import {decodeGrey} from '../../../../../source/core/pictures/decode/decode.ts';
import {openPicture} from '../../../../../source/core/pictures/open.ts';
import type {GreyImage} from '../../../../../source/core/pictures/picture.ts';
import {legacyMembers} from '../../../../../source/core/records/legacy/keys.ts';
import {today} from '../../../../support/records.ts';

/** The MRZ of the page below, as it was read: its lines, and their places. */
const mrz: Reading = {
	engine: 'offline',
	shape: 'TD3',
	lines: [
		{
			text: 'POCHNZHANG<<SAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
			from: [97.0, 759.4],
			to: [1222.2, 756.8],
			pitch: 26.2,
		},
		{
			text: 'E123456782CHN9002018M3502011NLKBMHPCLEA90616',
			from: [97.1, 822.6],
			to: [1221.9, 825.5],
			pitch: 26.2,
		},
	],
	page: {width: 1320, height: 937, rotation: 0},
};

let networks: PageNetworks;
let page: GreyImage;

beforeAll(async () => {
	page = await decodeGrey(await openPicture(join(packagePath('source', 'specimens'), '张三-护照.jpg')));
	networks = await loadPageNetworks();
}, 300_000);

describe('a page that ships', () => {
	it('gives what it prints above its MRZ, and agrees with it', {timeout: 600_000}, async () => {
		const reading = await readVisual(networks, page, mrz, today);
		expect(legacyMembers(judge(reading, {today}))).toMatchObject({
			name: '张三',
			surname_english_visual: 'ZHANG',
			given_name_english_visual: 'SAN',
			birth_date_ocr: '1990-02-01',
			expiry_date_ocr: '2035-02-01',
			issue_date: '2025-02-02',
			birth_place: '四川',
			birth_place_pinyin: 'SICHUAN',
			nationality: '中国/CHINESE',
		});
		expect(reading.lines).toEqual(mrz.lines);
		const {fields} = judge(reading, {today});
		const surname = fields.find(({key}) => key === 'surname_english')!;
		expect(surname.evidence).toMatchObject({level: 'verified'});
		const {from, to} = reading.printed!.find(({field}) => field === 'birth_place')!.box!;
		expect(from[0]).toBeGreaterThan(0);
		expect(to[0]).toBeLessThan(page.width);
		expect(to[0]).toBeGreaterThan(from[0]);
	});

	it('keeps its reading when a network breaks, and says that it is alone', async () => {
		const cause = new Error('broken');
		// What NODE_DEBUG says of it.
		const told = vi.spyOn(cause, 'stack', 'get');
		const broken = {run: async () => Promise.reject(cause)};
		const reading = await readVisual({...networks, print: broken}, page, mrz, today);
		expect(reading).toEqual({...mrz, issues: [{code: 'printed-unread', blocks: false}]});
		expect(told).toHaveBeenCalled();
	});

	it('stops between lines when no caller waits any more', async () => {
		let lines = 0;
		const print = {
			...networks.print,
			run: async (...job: Parameters<PageNetworks['print']['run']>) => {
				lines++;
				return networks.print.run(...job);
			},
		};
		await readVisual({...networks, print}, page, mrz, today, () => lines < 2);
		expect(lines).toBe(2);
	});
});
