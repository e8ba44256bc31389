import type {CompleteDate} from '../model/dates.ts';
import type {DocumentShape} from '../model/document.ts';
import type {FieldKey} from '../model/fields.ts';
import {layoutOf} from '../model/layouts.ts';
import type {Alternative, Issue} from '../model/passport.ts';
import type {Reading} from '../model/reading.ts';
import {mrzValue} from '../mrz/mrz-value.ts';
import {blocking, type Finding} from './finding.ts';
import {thresholds} from './thresholds.ts';

/**
 * Weighs the next likely lines that satisfy every check digit too: one that is not far enough behind keeps the passport
 * from being clean, and each field that it reads otherwise offers its value.
 *
 * @param lines The lines as judged, after repairs.
 * @param reference The day from which centuries are counted.
 */
export function weighRunnerUps(
	all: readonly Finding[],
	reading: Reading,
	lines: readonly string[],
	reference: CompleteDate,
): {readonly all: readonly Finding[]; readonly issues: readonly Issue[]} {
	const isNear = ({runnerUp}: Reading['lines'][number]) => runnerUp !== undefined && runnerUp <= thresholds.runnerUp;
	if (!reading.lines.some(isNear)) return {all, issues: []};
	const others = reading.lines.map((line, at) => (isNear(line) && line.runnerUpText) || lines[at]!);
	let isOffered = false;
	const offering = all.map((one): Finding => {
		const {key, value, alternatives} = one.field;
		const other = mrzValue(reading.shape, others, key, reference);
		if (!other || other === value || other === mrzValue(reading.shape, lines, key, reference)) return one;
		isOffered = true;
		const offer = {value: other, source: reading.engine, ...otherDigits(reading.shape, lines, others, key)};
		return {
			field: {...one.field, alternatives: [offer, ...alternatives.filter(known => known.value !== other)]},
			issues: [...one.issues, blocking('other-line-possible', key, {value: other})],
		};
	});
	return {all: offering, issues: isOffered ? [] : [blocking('other-line-possible')]};
}

/** The check digits of a field, and of the whole, that the other lines have otherwise. */
function otherDigits(
	shape: DocumentShape,
	lines: readonly string[],
	others: readonly string[],
	key: FieldKey,
): Pick<Alternative, 'digits'> {
	const differing = layoutOf(shape, lines).digits.flatMap(({name, field, line, position}) => {
		const digit = others[line]![position]!;
		return (field === key || name === 'composite') && digit !== lines[line]![position] ? [[name, digit] as const] : [];
	});
	return differing.length === 0 ? {} : {digits: Object.fromEntries(differing)};
}
