import {describe, expect, it} from 'vitest';
import type {Reading} from '../../../source/core/passport/model/reading.ts';
import {fromJson} from '../../../source/core/records/from-json.ts';
import {type Geometry, geometryOf} from '../../../source/core/records/geometry.ts';
import {jsonText} from '../../../source/core/records/json-text.ts';
import {toJson} from '../../../source/core/records/to-json.ts';
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

const kept = (geometry: unknown): Geometry | undefined => {
	const json = JSON.parse(jsonText(toJson(recordOf('a.jpg'))));
	const sidecar = fromJson({...json, passport_ocr: {...json.passport_ocr, geometry}});
	if (sidecar.kind !== 'ours') throw new Error(`is ${sidecar.kind}`);
	return sidecar.record('a.jpg').geometry;
};

describe('where what was read stands', () => {
	it('is what the reading says of its lines and printed values, to a tenth of a pixel', () => {
		const stated = [
			{field: 'surname_english', text: 'ERIKSSON', zone: 'printed', box},
			{field: 'surname_english', text: 'ERIKSSON', zone: 'mrz', box},
			{field: 'issue_date', text: '2022-04-16', zone: 'printed', box},
		] as const;
		expect(geometryOf({...placed(), stated})).toEqual({
			page: {width: 1250, height: 880},
			lines: [
				{from: [50, 700], to: [1168, 704.3], pitch: 26},
				{from: [50, 760], to: [1168, 764.3], pitch: 26},
			],
			printed: {surname_english: {from: [400.1, 300], to: [600, 300], height: 22}},
		});
	});

	it('holds where everything else is printed, and a field is shown there when nothing was said about it', () => {
		const elsewhere = {...box, from: [10, 20]} as const;
		const printed = geometryOf({
			...placed(),
			stated: [{field: 'sex', text: 'F', zone: 'printed', box}],
			boxes: {sex_ocr: elsewhere, given_name_english_visual: elsewhere, birth_place: box},
		})!;
		const rounded = {from: [400.1, 300], to: [600, 300], height: 22};
		expect(printed.members).toEqual({sex_ocr: elsewhere, given_name_english_visual: elsewhere, birth_place: rounded});
		expect(printed.printed).toEqual({sex: rounded, given_name_english: elsewhere});
	});

	it('comes with how clearly a printed value was read, in the sidecar, too', () => {
		const geometry = geometryOf({...placed(), boxes: {birth_place: box}, margins: {birth_place: 3.456}})!;
		const rounded = {from: [400.1, 300], to: [600, 300], height: 22, margin: 3.5};
		expect(geometry.members).toEqual({birth_place: rounded});
		expect(kept(geometry)?.members).toEqual({birth_place: rounded});
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
			stated: [{field: 'sex', text: 'F', zone: 'printed', box}],
			boxes: {issue_date: box, birth_place: box},
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
