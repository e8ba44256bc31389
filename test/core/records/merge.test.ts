import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {keepRecord, writePage, writeSidecar} from '../../../source/core/records/sidecars/write-sidecar.ts';
import {accepted, confirmed, edited, rejected} from '../../../source/core/review/decide.ts';
import {readSidecar} from '../../support/read-sidecar.ts';
import {misprinted, reading, recordOf, today} from '../../support/records.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const at = '2026-11-22T07:00:00+00:00';
const later = '2026-11-22T08:00:00+00:00';

const start = () => {
	const path = join(temporaryFolder(), 'a.jpg');
	return {path, offline: recordOf(path), cloud: cloudOf(recordOf(path))};
};

/** The same passport as the cloud has read it. */
const cloudOf = (record: PassportRecord): PassportRecord => ({
	...record,
	engine: 'xiangyun',
	recognizedAt: later,
	answer: {passport_number: 'L898902C3'},
});

const kept = async ({path, sha256}: PassportRecord) => (await readSidecar({path, sha256}, today))!;

describe('two writers of one result', () => {
	it('a decision that was made while the cloud was asked stays, and so does the answer', async () => {
		const {offline, cloud} = start();
		await writeSidecar(offline);
		await keepRecord(accepted(offline, at), {before: offline});
		const [shown] = await writePage([cloud] as const, 1);
		expect(shown).toMatchObject({engine: 'xiangyun', answer: cloud.answer, review: {state: 'accepted'}});
		expect(await kept(offline)).toEqual(shown);
	});

	it('a decision about the first reading does not destroy the answer that came before it', async () => {
		const {offline, cloud} = start();
		await writeSidecar(offline);
		await writePage([cloud], 1);
		await keepRecord(rejected(offline, at), {before: offline});
		expect(await kept(offline)).toMatchObject({
			engine: 'xiangyun',
			answer: cloud.answer,
			review: {state: 'rejected', at},
		});
	});

	it.each(['decision first', 'answer first'])('a typed value outlives an answer with another one: %s', async order => {
		const {path, offline} = start();
		const cloud = cloudOf(recordOf(path, {reading: reading(misprinted)}));
		const other: PassportRecord = {
			...cloud,
			passport: {
				...cloud.passport,
				fields: cloud.passport.fields.map(field =>
					field.key === 'passport_number' ? {...field, value: 'X00000001'} : field,
				),
			},
		};
		await writeSidecar(offline);
		const typed = accepted(edited(offline, 'passport_number', 'L898902C4', at, today), at);
		const aside: string[] = [];
		const options = {elsewhere: async (sha256: string) => void aside.push(sha256)};
		const steps = [() => keepRecord(typed, {before: offline, ...options}), () => writePage([other], 1, options)];
		for (const step of order === 'decision first' ? steps : steps.toReversed()) await step();
		const record = await kept(offline);
		const number = record.passport.fields.find(({key}) => key === 'passport_number');
		expect(number?.value).toBe('L898902C4');
		expect(record).toMatchObject({review: {state: 'edited'}, answer: other.answer});
		expect(record.passport.issues.map(({code}) => code)).not.toContain('changed-outside');
		expect(aside).toEqual([offline.sha256]);
	});

	it('a free reading does not take the place of a paid one, whichever comes last', async () => {
		const {offline, cloud} = start();
		await writeSidecar(cloud);
		await writePage([{...offline, recognizedAt: '2026-11-23T06:00:00+00:00'}], 1);
		expect(await kept(offline)).toMatchObject({engine: 'xiangyun', answer: cloud.answer});
	});

	it('two sessions that decide about one passport keep what both have decided', async () => {
		const {offline} = start();
		await writeSidecar(offline);
		const one = confirmed(edited(offline, 'sex', 'M', at, today), 'birth_date', today);
		const other = accepted(edited(offline, 'passport_number', 'L898902C4', at, today), at);
		await keepRecord(one, {before: offline});
		await keepRecord(other, {before: offline});
		const record = await kept(offline);
		expect(record.review).toMatchObject({
			state: 'edited',
			edits: {sex: {to: 'M'}, passport_number: {to: 'L898902C4'}},
			confirmed: ['birth_date'],
		});
		const values = new Map(record.passport.fields.map(({key, value}) => [key, value]));
		expect(values.get('sex')).toBe('M');
		expect(values.get('passport_number')).toBe('L898902C4');
		expect(record.passport.issues.map(({code}) => code)).not.toContain('changed-outside');
	});

	it('an undo undoes what this session did, and nothing of another one', async () => {
		const {offline} = start();
		await writeSidecar(offline);
		const mine = confirmed(offline, 'sex', today);
		await keepRecord(mine, {before: offline});
		await keepRecord(confirmed(mine, 'birth_date', today), {before: mine});
		await keepRecord(offline, {before: mine});
		expect((await kept(offline)).review.confirmed).toEqual(['birth_date']);
		await keepRecord(offline, {before: confirmed(offline, 'birth_date', today)});
		expect((await kept(offline)).review).toEqual({state: 'unreviewed', edits: {}, confirmed: []});
	});

	it('to read again drops what was decided before, and not what was decided meanwhile', async () => {
		const {offline, cloud} = start();
		const decided = accepted(offline, at);
		await keepRecord(decided);
		await writePage([cloud], 1, {again: [decided]});
		expect((await kept(offline)).review.state).toBe('unreviewed');
		await keepRecord(rejected(cloud, later), {before: cloud});
		await writePage([{...cloud, recognizedAt: '2026-11-23T06:00:00+00:00'}], 1, {again: [cloud]});
		expect((await kept(offline)).review.state).toBe('rejected');
	});

	it('a decision about one passport of a picture leaves the others as they are', async () => {
		const {path, offline} = start();
		const second = recordOf(`${path}#2`, {reading: reading(misprinted)});
		await writePage([offline, second], 1);
		await keepRecord(accepted(second, at), {before: second});
		await writePage([cloudOf(offline)], 1);
		expect(await kept(second)).toMatchObject({review: {state: 'accepted'}});
		expect(await kept(offline)).toMatchObject({engine: 'xiangyun'});
	});

	it('a decision about a picture that has been replaced does not destroy the result of the new one', async () => {
		const {path, offline, cloud} = start();
		mkdirSync(join(path, '..'), {recursive: true});
		writeFileSync(path, 'the new picture');
		await writeSidecar({...cloud, sha256: 'b'.repeat(64)});
		const elsewhere: string[] = [];
		await keepRecord(accepted(offline, at), {
			before: offline,
			elsewhere: async sha256 => void elsewhere.push(sha256),
		});
		expect(await readSidecar({path, sha256: 'b'.repeat(64)}, today)).toMatchObject({engine: 'xiangyun'});
		expect(elsewhere).toEqual([offline.sha256]);
	});
});
