import {describe, expect, it} from 'vitest';
import type {Reading} from '../../../source/core/passport/model/reading.ts';
import {type Geometry, geometryOf} from '../../../source/core/records/geometry.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {jsonText} from '../../../source/core/records/json/json-text.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {reading, recordOf} from '../../support/records.ts';

/** The lines of a page of 1250 by 880 pixels. */
const placed = (): Reading => {
	const plain = reading();
	return {
		...plain,
		lines: plain.lines.map((line, index) => ({
			...line,
			from: [50.04, 700 + index * 60],
			to: [1168, 704.26 + index * 60],
			pitch: 26,
		})),
		page: {width: 1250, height: 880, rotation: 0},
	};
};

const box = {from: [400.123, 300], to: [600, 300], height: 22} as const;
const rounded = {from: [400.1, 300], to: [600, 300], height: 22};

const kept = (geometry: unknown): Geometry | undefined => {
	const json = JSON.parse(jsonText(toJson(recordOf('a.jpg'))));
	const sidecar = fromJson({...json, passport_ocr: {...json.passport_ocr, geometry}});
	if (sidecar.kind !== 'ours') throw new Error(`is ${sidecar.kind}`);
	return sidecar.record('a.jpg').geometry;
};

describe('the place of what was read', () => {
	it('is what the reading says of its lines and printed values, to a tenth of a pixel', () => {
		const printed = [
			{field: 'surname_english', text: 'ERIKSSON', zone: 'printed', box},
			{field: 'surname_english', text: 'ERIKSSON', zone: 'mrz', box},
			{field: 'issue_date', text: '2022-04-16', zone: 'printed', box},
		] as const;
		expect(geometryOf({...placed(), printed})).toEqual({
			page: {width: 1250, height: 880},
			lines: [
				{from: [50, 700], to: [1168, 704.3], pitch: 26},
				{from: [50, 760], to: [1168, 764.3], pitch: 26},
			],
			printed: {surname_english: rounded, issue_date: rounded},
		});
	});

	it('holds where a value is printed that is no word for or against its field', () => {
		const printed = [{field: 'given_name_english', text: 'ANNA', zone: 'printed', box, aside: true}] as const;
		expect(geometryOf({...placed(), printed})?.printed).toEqual({given_name_english: rounded});
	});

	it('is found under the keys of a service in what an earlier version wrote', () => {
		const elsewhere = {...rounded, from: [10, 20]};
		const geometry = {
			page: {width: 1250, height: 880},
			lines: [],
			printed: {sex: rounded},
			members: {
				sex_ocr: elsewhere,
				given_name_english_visual: elsewhere,
				nationality: rounded,
				birth_place: {...rounded, margin: 3.5},
				issuing_authority_ocr: {...elsewhere, margin: 0.2},
			},
		};
		expect(kept(geometry)).toEqual({
			page: {width: 1250, height: 880},
			lines: [],
			printed: {
				sex: rounded,
				given_name_english: elsewhere,
				holder_country_code: rounded,
				birth_place: rounded,
				issuing_authority: elsewhere,
			},
		});
	});

	it('is taken from the other reading of the page when the leading one knows no places', () => {
		expect(geometryOf({...reading(), engine: 'xiangyun', also: [placed()]})?.lines).toHaveLength(2);
	});

	it('is not known where no engine knows it, and not guessed for a line of a pair', () => {
		expect(geometryOf(reading())).toBeUndefined();
		const {lines, ...rest} = placed();
		const {from: _, ...second} = lines[1]!;
		expect(geometryOf({...rest, lines: [lines[0]!, second]})?.lines).toEqual([]);
	});

	it('is kept beside the picture and comes back as it was', () => {
		const geometry = geometryOf({
			...placed(),
			printed: [
				{field: 'sex', text: 'F', zone: 'printed', box},
				{field: 'birth_place', text: 'ZENITH', zone: 'printed', box},
			],
		})!;
		const record = recordOf('a.jpg', {geometry});
		const sidecar = fromJson(JSON.parse(jsonText(toJson(record))));
		expect(sidecar.kind === 'ours' && sidecar.record('a.jpg')).toEqual(record);
	});

	it('costs nothing but itself when it is not whole', () => {
		expect(kept({page: {width: 'wide'}})).toBeUndefined();
		expect(kept({page: {width: 10, height: 10}, lines: [{from: [0]}], printed: {}})).toBeUndefined();
		expect(
			kept({page: {width: 10, height: 10}, lines: [], printed: {}, members: {issue_date: 'there'}}),
		).toBeUndefined();
		expect(kept({page: {width: 10, height: 10}, lines: [], printed: {}})).toBeDefined();
	});
});
