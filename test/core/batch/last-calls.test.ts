import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {keepCalls, readLastCalls} from '../../../source/core/batch/last-calls.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const calls = {at: '2026-11-22T06:00:00Z', made: 3, paid: 2, perhaps: 1, saved: 0};

test('the calls of a run are said by the next one, and those of a run without any take none away', async () => {
	const folder = join(temporaryFolder(), 'new');
	expect(await readLastCalls(folder)).toBeUndefined();
	await keepCalls(folder, {...calls, made: 0});
	expect(await readLastCalls(folder)).toBeUndefined();
	await keepCalls(folder, calls);
	await keepCalls(folder, {...calls, made: 0});
	expect(await readLastCalls(folder)).toEqual(calls);
});

test.each(['{', '[]', JSON.stringify({...calls, paid: -1}), JSON.stringify({...calls, made: 1.5}), '{"made":1}'])(
	'a file of calls with %s says nothing',
	async content => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'calls.json'), content);
		expect(await readLastCalls(folder)).toBeUndefined();
	},
);

test('calls that cannot be kept stop nothing', async () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'calls.json'));
	await keepCalls(folder, calls);
	expect(await readLastCalls(folder)).toBeUndefined();
});
