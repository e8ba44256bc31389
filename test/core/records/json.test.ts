import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {editField} from '../../../source/core/passport/person/edit.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {jsonText} from '../../../source/core/records/json/json-text.ts';
import {failureToJson, toJson} from '../../../source/core/records/json/to-json.ts';
import {recordMembers} from '../../../source/core/records/legacy/keys.ts';
import {legacyVersion} from '../../../source/core/records/legacy/record.ts';
import {isReusable} from '../../../source/core/records/reuse.ts';
import {speaksOf} from '../../../source/core/records/sidecars/places.ts';
import {originalSidecar} from '../../support/original-sidecar.ts';
import {reading, recordOf, today} from '../../support/records.ts';

const readBack = (json: unknown, path = 'folder/a.jpg') => {
	const sidecar = fromJson(JSON.parse(jsonText(json)));
	if (sidecar.kind !== 'ours') throw new Error(`is ${sidecar.kind}`);
	return sidecar.record(path);
};

describe('a record as JSON', () => {
	it('has the flat members of the contract and ours under one key', () => {
		const json = toJson(recordOf('folder/a.jpg'));
		expect(json).toMatchObject({
			success: true,
			passport_number: 'L898902C3',
			passport_number_mrz: 'L898902C3',
			name_english: 'ERIKSSON  ANNA MARIA',
			surname_english: 'ERIKSSON',
			given_name_english: 'ANNA MARIA',
			birth_date: '1974-08-12',
			expiry_date: '2032-04-15',
			mrz_line2: 'L898902C36UTO7408122F3204153ZE184226B<<<<<16',
			recognized_at: '2026-11-22 06:00:00',
			source_image: 'a.jpg',
			passport_ocr: {
				version: 1,
				engine: 'offline',
				image_sha256: 'a'.repeat(64),
				evidence: {birth_date: {level: 'verified', by: expect.arrayContaining(['check digit'])}},
				review: {state: 'unreviewed'},
			},
		});
	});

	it('comes back as it was, evidence and all', () => {
		const record = recordOf('folder/a.jpg', {
			reading: reading(undefined, [[0, 6]]),
			review: {state: 'rejected', at: '2026-11-22T07:00:00+00:00', edits: {}, confirmed: ['sex']},
		});
		expect(readBack(toJson(record))).toEqual(record);
	});

	it('comes back with the day of issue, which no zone holds, and with what a service says of places', () => {
		const printed = [
			{field: 'issue_date', text: '2022-04-16', zone: 'printed'},
			{field: 'issue_place', text: 'ZENITH', zone: 'printed', margin: 4},
			{field: 'birth_place', text: 'ZENITH', zone: 'printed'},
		] as const;
		const record = recordOf('folder/a.jpg', {
			reading: {...reading(), printed},
		});
		expect(record.passport.fields.find(({key}) => key === 'issue_date')?.value).toBe('2022-04-16');
		expect(toJson(record)).toMatchObject({
			issue_date: '2022-04-16',
			issue_place: 'ZENITH',
			birth_place: 'ZENITH',
			passport_ocr: {issued: '2022-04-16'},
		});
		expect(readBack(toJson(record))).toEqual(record);
	});

	it('comes back as it was, whatever was read', () => {
		const line = fc.string({
			unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'),
			minLength: 44,
			maxLength: 44,
		});
		fc.assert(
			fc.property(line, line, (first, second) => {
				const record = recordOf('folder/a.jpg', {reading: reading([`P<UTO${first}`.slice(0, 44), second])});
				expect(readBack(toJson(record))).toEqual(record);
			}),
		);
	});

	it('comes back as it was after a person has corrected it', () => {
		const read = recordOf('folder/a.jpg');
		const record = {
			...read,
			passport: editField(read.passport, 'surname_english', 'ERIKSEN', {today}),
			review: {state: 'edited', edits: {surname_english: {from: 'ERIKSSON', to: 'ERIKSEN'}}, confirmed: []},
		} as const;
		const json = toJson(record);
		expect(json).toMatchObject({surname_english: 'ERIKSEN', name_english: 'ERIKSEN  ANNA MARIA'});
		expect(readBack(json)).toEqual(record);
	});

	it('says issues in words only when it is given words', () => {
		const record = recordOf('a.jpg', {
			reading: reading([
				'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
				'L898902C37UTO7408122F3204153ZE184226B<<<<<16',
			]),
		});
		expect(record.passport.issues.length).toBeGreaterThan(0);
		expect(jsonText(toJson(record))).not.toContain('"message"');
		expect(jsonText(toJson(record, issue => `say ${issue.code}`))).toContain('"message": "say check-digit-wrong"');
	});

	it('keeps what another program wrote, but not what a person has corrected since', () => {
		const sidecar = fromJson(originalSidecar());
		if (sidecar.kind !== 'original') throw new Error(`is ${sidecar.kind}`);
		const record = sidecar.record({path: 'passport.jpg', sha256: 'b'.repeat(64)}, today);
		expect(toJson(record)).toMatchObject(originalSidecar());
		expect(readBack(toJson(record), 'passport.jpg')).toEqual(record);

		const corrected = toJson({
			...record,
			passport: editField(record.passport, 'passport_number', 'EJ4471903', {today}),
			review: {...record.review, edits: {passport_number: {from: 'EJ4471902', to: 'EJ4471903'}}},
		});
		expect(corrected).toMatchObject({
			passport_number: 'EJ4471903',
			passport_number_mrz: 'EJ4471903',
			name: '林晓媛',
			birth_place: '福建',
		});
		expect(jsonText(corrected.mrz_line2)).toContain('EJ4471903');
	});

	it('prints names that would act on a terminal as escapes that mean the same', () => {
		const text = jsonText(toJson(recordOf('\u202e\u009b2J\u001b张三.jpg')));
		expect(text).not.toMatch(/[\u0080-\u009f\u202e\u001b]/);
		expect(text).toContain('张三');
		expect(JSON.parse(text)).toMatchObject({source_image: '\u202e\u009b2J\u001b张三.jpg'});
	});

	it('keeps the check digits that were read with another value', () => {
		const record = recordOf('a.jpg');
		const [first, ...others] = record.passport.fields;
		const alternatives = [{value: 'L898902B3', source: 'offline', digits: {number: '5', composite: '4'}}] as const;
		const passport = {...record.passport, fields: [{...first!, alternatives}, ...others]};
		const back = fromJson(JSON.parse(JSON.stringify(toJson({...record, passport}))));
		const kept = back.kind === 'ours' ? back.record('a.jpg').passport.fields[0] : undefined;
		expect(kept?.alternatives).toEqual(alternatives);
	});

	it('says what failed', () => {
		const failure = {path: 'folder/b.jpg', code: 'NOT_AN_IMAGE', details: {}} as const;
		expect(failureToJson(failure, 'It is a text.', ['Choose a picture.'])).toEqual({
			success: false,
			error_code: 'NOT_AN_IMAGE',
			error_kind: 'NOT_AN_IMAGE',
			error_message: 'It is a text.',
			next_steps: ['Choose a picture.'],
			source_image: 'b.jpg',
		});
	});
});

describe('a JSON file of the original skill', () => {
	const original = (members: object) => {
		const sidecar = fromJson(members);
		if (sidecar.kind !== 'original') throw new Error(`is ${sidecar.kind}`);
		return sidecar.record({path: 'passport.jpg', sha256: 'b'.repeat(64)}, today);
	};

	it('is a result whose MRZ is judged again and which is marked as found by name', () => {
		const record = original(originalSidecar());
		expect(record).toMatchObject({engine: 'xiangyun', engineVersion: legacyVersion, review: {state: 'unreviewed'}});
		expect(record.passport.fields.find(field => field.key === 'birth_date')).toMatchObject({
			value: '1991-03-14',
			evidence: {level: 'verified'},
		});
		expect(record.recognizedAt).toMatch(/^2026-11-22T06:22:47[+-]\d\d:\d\d$/);
	});

	it('is never clean because the service alone says so', () => {
		const {mrz_line1: _, ...withoutZone} = originalSidecar();
		const {passport} = original(withoutZone);
		expect(passport.status).toBe('check');
		expect(passport.fields.find(field => field.key === 'sex')).toMatchObject({
			value: 'F',
			evidence: {level: 'unverified'},
		});
	});

	it('loses a portrait and nothing else', () => {
		const record = original({...originalSidecar(), 头像: '/9j/'.repeat(5000), 身高: '170'});
		expect(recordMembers(record)).toMatchObject({身高: '170'});
		expect(recordMembers(record)).not.toHaveProperty('头像');
	});
});

describe('a JSON file that is not ours', () => {
	const ours = () => toJson(recordOf('a.jpg')) as unknown as {passport_ocr: Record<string, unknown>};

	it.each([
		['a list', []],
		['no object', 'success'],
		['nothing', null],
		['settings of something', {name: 'thing', version: '1.0.0'}],
		['a failure', {success: false, error_code: '-1'}],
		['another success', {success: true, items: 3}],
		['one with a member that is not ours', {...ours(), passport_ocr: 'yes'}],
	])('is foreign: %s', (_, json) => {
		expect(fromJson(json)).toEqual({kind: 'foreign'});
	});

	it('is broken, not foreign, when it was ours and is no longer whole', () => {
		const json = {...ours(), passport_ocr: {...ours().passport_ocr, lines: 'none'}};
		expect(fromJson(json)).toEqual({kind: 'broken', source: 'a.jpg'});
	});

	it.each([false, undefined, 'true', null])('is broken, not foreign, when its success was changed to %s', success => {
		expect(fromJson({...ours(), success})).toEqual({kind: 'broken', source: 'a.jpg'});
		const failures = [{engine: 'offline', engine_version: '1', failed_at: '', code: 'TOO_SMALL', details: {}}];
		const own = {...ours().passport_ocr, failures};
		expect(fromJson({...ours(), success, passport_ocr: own}).kind).toBe('broken');
	});

	it('is an answer about no passport, when the original skill kept one without any of its values', () => {
		const recognizedAt = '2026-11-22 06:00:00';
		const json = {success: true, name: '林晓媛', id_number: '', recognized_at: recognizedAt, source_image: 'a.jpg'};
		expect(fromJson(json)).toEqual({kind: 'no-passport', source: 'a.jpg', recognizedAt});
		expect(speaksOf(fromJson(json), 'a.jpg')).toBe(false);
		expect(fromJson({success: true, recognized_at: 'yesterday'}).kind).toBe('foreign');
	});

	it('cannot reach into the program with a member called __proto__', () => {
		const sidecar = fromJson(JSON.parse('{"success":true,"passport_number":"X","__proto__":{"polluted":"yes"}}'));
		expect(sidecar.kind).toBe('original');
		expect(({} as {polluted?: string}).polluted).toBeUndefined();
	});
});

describe('a sidecar of a later version', () => {
	// biome-ignore lint/suspicious/noExplicitAny: a file as a later version may write it
	const file = (change: (own: any) => void): any => {
		const json = JSON.parse(jsonText(toJson(recordOf('folder/a.jpg'))));
		change(json.passport_ocr);
		return json;
	};

	it('in another form is left alone', () => {
		const json = file(own => {
			own.version = 2;
		});
		expect(fromJson(json)).toEqual({kind: 'later', source: 'a.jpg'});
		expect(speaksOf(fromJson(json), 'folder/a.jpg')).toBe(false);
	});

	it('of a picture that could not be read is left alone', () => {
		const json = {success: false, source_image: 'a.jpg', passport_ocr: {version: 2, image_sha256: 'a', tries: []}};
		expect(fromJson(json)).toEqual({kind: 'later', source: 'a.jpg'});
	});

	it('of a shape that this version does not know is left alone, and is broken when more is wrong', () => {
		expect(fromJson(file(own => Object.assign(own, {shape: 'TD4'})))).toEqual({kind: 'later', source: 'a.jpg'});
		expect(fromJson(file(own => Object.assign(own, {shape: 'TD4', lines: 3}))).kind).toBe('broken');
		expect(fromJson(file(own => Object.assign(own, {shape: 4}))).kind).toBe('broken');
	});

	it('opens with what is known, and keeps the rest for the program that knows it', () => {
		const chip = {level: 'certain', by: ['chip signature'], value: 'yes', read: 'yes'};
		const json = file(own => {
			own.chip = {read: true};
			own.evidence.chip_signature = chip;
			own.review.edits.chip_signature = {from: '', to: 'yes'};
			own.review.confirmed = ['chip_signature'];
			own.evidence.sex.by.push('chip agrees');
			own.evidence.sex.alternatives = [{value: 'M', source: 'chip'}];
			own.issues.push({code: 'chip-missing', field: 'chip_signature', params: {age: 3}, blocks: false, since: 2});
		});
		const record = readBack(json);
		expect(record.passport.status).toBe('clean');
		expect(record.passport.issues).toContainEqual({code: 'chip-missing', params: {age: 3}, blocks: false});
		expect(record.passport.fields).toHaveLength(10);
		expect(record.review).toEqual({state: 'unreviewed', edits: {}, confirmed: []});
		expect(toJson(record)).toMatchObject({
			passport_ocr: {
				chip: {read: true},
				evidence: {
					chip_signature: chip,
					sex: {by: expect.arrayContaining(['chip agrees']), alternatives: [{value: 'M', source: 'chip'}]},
				},
			},
		});
		expect(readBack(toJson(record))).toEqual(record);
	});

	it.each([
		['engine', 'remote-2'],
		['status', 'certain'],
	])('with an unknown %s opens', (key, value) => {
		const record = readBack(
			file(own => {
				own[key] = value;
			}),
		);
		expect(record.passport.fields[0]).toMatchObject({value: 'L898902C3'});
		if (key === 'engine') expect(isReusable(record, {id: 'offline', version: '1'})).toBe(true);
		else expect(record.passport.status).toBe('check');
	});

	it('with an unknown decision is still to be decided, and an unknown level proves nothing', () => {
		const decided = readBack(
			file(own => {
				Object.assign(own.review, {state: 'escalated', at: '2026-11-22T07:00:00+00:00'});
			}),
		);
		expect(decided.review.state).toBe('unreviewed');
		const leveled = readBack(
			file(own => {
				own.evidence.birth_date.level = 'certain';
			}),
		);
		expect(leveled.passport.status).toBe('check');
	});
});
