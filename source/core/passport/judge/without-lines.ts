import type {CompleteDate} from '../model/dates.ts';
import {fieldInfo, mrzFields} from '../model/fields.ts';
import type {Reading} from '../model/reading.ts';
import {printedFor, printedValue} from '../printed/printed-values.ts';
import {blocking, type Finding, finding, reason} from './finding.ts';

/**
 * The MRZ's fields of a reading without lines: the engine's words alone. Where its visual zone and its own word about the
 * MRZ agree the value is supported; nothing can verify it.
 */
export function judgeWithoutLines(reading: Reading, today: CompleteDate): readonly Finding[] {
	return mrzFields.map(key => {
		const {decides} = fieldInfo(key);
		const words = printedFor(reading, key).map(one => ({zone: one.zone, value: printedValue(one, today)}));
		const values = [...new Set(words.map(one => one.value).filter(value => value !== ''))];
		const value = values[0] ?? '';
		const zones = new Set(words.filter(one => one.value === value).map(one => one.zone));
		if (value === '') {
			const needed = decides && key !== 'given_name_english';
			const level = needed ? 'refuted' : 'unverified';
			return finding({
				key,
				value,
				raw: '',
				level,
				reasons: [reason('missing')],
				issues: needed ? [blocking('missing', key)] : [],
			});
		}
		const differing = values.slice(1);
		const params = {printed: differing[0] ?? '', mrz: value};
		return finding({
			key,
			value,
			raw: value,
			level: differing.length === 0 && zones.size > 1 ? 'supported' : 'unverified',
			reasons:
				differing.length > 0
					? [reason('two-zones-differ', params)]
					: [reason(zones.size > 1 ? 'two-zones-agree' : 'engine-word')],
			alternatives: differing.map(other => ({value: other, source: 'printed'})),
			issues: differing.length > 0 ? [blocking('two-zones-differ', key, params)] : [],
		});
	});
}
