import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import type {RunnerOptions} from '../../source/session/effects/runner.ts';
import type {AppEvent} from '../../source/session/event.ts';
import {exportRows} from '../../source/session/export/effects.ts';
import {recordOf} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

it('a list that is there gets a passport of two pictures once, and rejected ones are named', async () => {
	const folder = temporaryFolder();
	const path = join(folder, 'list.csv');
	await writeFile(path, 'Passport number,Surname\n');
	const [one, other] = ['one.jpg', 'other.jpg'].map(name => recordOf(join(folder, name)));
	const events: AppEvent[] = [];
	const run = async (records: readonly ReturnType<typeof recordOf>[], more = {}) =>
		await exportRows(
			{
				records,
				format: 'csv',
				path,
				ifExists: 'append',
				language: 'en',
				set: 'default',
				savedSets: {},
				groups: [],
				dates: 'iso',
				style: {},
				unread: [],
				...more,
			},
			{
				send: (event: AppEvent) => events.push(event),
				today: {year: 2026, month: 11, day: 22},
				now: () => new Date(),
			} as unknown as RunnerOptions,
			async () => [],
		);
	await run([one!, other!]);
	expect(events.at(-1)).toMatchObject({type: 'exported', rows: 1, repeats: [expect.stringContaining('.jpg')]});
	expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2);
	const rejected = {...one!, review: {...one!.review, state: 'rejected' as const}};
	await run([], {rejected: [rejected]});
	expect(events.at(-1)).toMatchObject({type: 'exported', rows: 0, appended: {rejected: [{row: 2}]}});
	// Days are as those of the list, unless the person has chosen otherwise.
	for (const [dates, day] of [
		['iso', '12.08.1974'],
		['month', '12 AUG 1974'],
	]) {
		await writeFile(path, 'Passport number,Date of birth\nX1,15.04.1985\n');
		await run([one!], {dates});
		expect((await readFile(path, 'utf8')).trim().split(',').at(-1)).toBe(day);
	}
});
