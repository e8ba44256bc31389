import {describe, expect, it} from 'vitest';
import {retryWorthIt} from '../../../source/core/batch/retry-worth-it.ts';
import {failureOf} from '../../../source/core/records/failures.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import type {EngineFailure, PassportRecord} from '../../../source/core/records/record.ts';
import {hasRead, isReusable} from '../../../source/core/records/reuse.ts';
import {cardRecord} from '../../support/documents.ts';
import {reading, recordOf} from '../../support/records.ts';

const asks = (version: string, ...documents: readonly ('passport' | 'id' | 'visa')[]) => ({
	id: 'offline',
	version,
	...(documents.length > 0 ? {documents} : {}),
});

describe('what is kept of an identity card', () => {
	const kept: PassportRecord = {...cardRecord('/card.jpg'), engineVersion: '2+id'};

	it('is used again where cards are asked for, and not where only passports are', () => {
		expect(isReusable(kept, asks('2+id', 'passport', 'id'))).toBe(true);
		expect(isReusable(kept, asks('2'))).toBe(false);
	});

	it('stays whatever is asked for once a person has worked on it', () => {
		const touched: PassportRecord = {...kept, review: {...kept.review, state: 'accepted'}};
		expect(isReusable(touched, asks('2'))).toBe(true);
	});

	it('says what it is in its file, and opens as it was', () => {
		const json = toJson(kept);
		expect(json.passport_ocr).toMatchObject({document: 'id', shape: 'TD1'});
		const read = fromJson(JSON.parse(JSON.stringify(json)));
		expect(read.kind === 'ours' && read.record('/card.jpg').passport).toEqual(kept.passport);
		expect(toJson(recordOf('/passport.jpg')).passport_ocr).not.toHaveProperty('document');
	});

	it('keeps both parts of its optional data, and opens with both', () => {
		const lines = [
			'I<UTOD231458907ABC123<<<<<<<<<',
			'7408122F3204153UTO98765432109<',
			'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
		];
		const card = recordOf('/card.jpg', {reading: {...reading(lines), shape: 'TD1'}});
		const json = toJson(card);
		expect(json).toMatchObject({optional_data_mrz: 'ABC123', optional_data_2_mrz: '98765432109'});
		const read = fromJson(JSON.parse(JSON.stringify(json)));
		expect(read.kind === 'ours' && read.record('/card.jpg').passport).toEqual(card.passport);
		expect(toJson(recordOf('/passport.jpg'))).not.toHaveProperty('optional_data_2_mrz');
	});

	it('of a version that did not know the second part opens as it was', () => {
		const json = JSON.parse(JSON.stringify(toJson(kept)));
		delete json.optional_data_2_mrz;
		delete json.passport_ocr.evidence.optional_data_2_mrz;
		const read = fromJson(json);
		expect(read.kind === 'ours' && read.record('/card.jpg').passport).toEqual({
			...kept.passport,
			fields: kept.passport.fields.filter(({key}) => key !== 'optional_data_2_mrz'),
		});
	});

	it('is never sent to a service that reads passports only', () => {
		const outcome = {kind: 'read', record: kept, from: 'engine', milliseconds: 1} as const;
		expect(retryWorthIt([outcome], 'both', 'xiangyun')).toEqual([]);
	});
});

describe('a card that was refused', () => {
	const failure: EngineFailure = {
		engine: 'offline',
		engineVersion: '2+id',
		failedAt: '2026-11-22T06:00:00Z',
		code: 'OTHER_DOCUMENT',
		details: {shape: 'MRV-A'},
	};

	it('is read when it is asked for later', () => {
		expect(failureOf([failure], asks('2'))).toBe(failure);
		expect(failureOf([failure], asks('2+id', 'passport', 'id'))).toBe(failure);
		expect(failureOf([failure], asks('2+visa', 'passport', 'visa'))).toBeUndefined();
	});
});

describe('a version with more in it', () => {
	it.each([
		['2', '2', true],
		['2+id', '2', true],
		['2+id+visual3', '2+visual3', true],
		['2', '2+id', false],
		['2+id', '2+id+visa', false],
		['2-other+id', '2', false],
		['2', '2-other+id', false],
		['3', '2', false],
	])('%s has read what %s reads: %s', (version, asked, expected) => {
		expect(hasRead(version, {version: asked})).toBe(expected);
	});
});
