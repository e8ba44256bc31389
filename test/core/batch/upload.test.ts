import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import sharp from 'sharp';
import {expect, it} from 'vitest';
import {startTwoEngines} from '../../../source/core/batch/two-engines.ts';
import type {Upload} from '../../../source/core/batch/upload.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {numbered, reading, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {pictures} from './run-batch.ts';

/** A passport of which a letter is weak. */
const weak = (index: number) => reading(numbered(index), [[0, 8]]);

it('what is asked about is what is sent: each page of a file once, whatever is on it', async () => {
	const {paths} = pictures('sheet.png');
	const scan = join(temporaryFolder(), 'scan.tif');
	const pixels = {raw: {width: 32, height: 24 * 3, channels: 3, pageHeight: 24}} as const;
	writeFileSync(
		scan,
		await sharp(Buffer.alloc(32 * 24 * 3 * 3, 200), pixels)
			.tiff()
			.toBuffer(),
	);
	const local = fakeEngine({
		concurrency: 1,
		answer: ({path, page}) =>
			path.endsWith('sheet.png') ? [weak(11), weak(12)] : page === 2 ? reading(numbered(page)) : weak(page),
	});
	const remote = fakeEngine({id: 'xiangyun', concurrency: 1, answer: ({page}) => reading(numbered(page))});
	const asked: Upload[] = [];
	const batch = startTwoEngines({
		choice: 'auto',
		local,
		paths: [...paths, scan],
		save: false,
		today,
		now: () => new Date('2026-11-22T06:00:00Z'),
		agree: async (_, {upload}) => {
			asked.push(upload);
			return remote;
		},
	});
	await batch.done;
	expect(asked).toEqual([{pages: 3, files: 2}]);
	expect(remote.reads.map(({picture}) => picture.path)).toEqual([paths[0], scan, `${scan}#3`]);
});
