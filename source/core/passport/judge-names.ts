import {accept} from './accept.ts';
import {clarityOf} from './clarity.ts';
import {blocking, type Judged, judged, levelOfReading, notice, reason} from './judged.ts';
import type {Slot} from './layouts.ts';
import {readNames} from './names.ts';
import type {Issue, Reason} from './passport.ts';
import type {LineReading} from './reading.ts';

/** Surname and given names; no check digit protects them, so how clearly the whole line was read decides. */
export function judgeNames(line: LineReading | undefined, raw: string, [, from, to]: Slot): readonly [Judged, Judged] {
	const names = readNames(raw);
	const clarity = clarityOf(line, from, to, accept.nameMargin);
	const read = levelOfReading(clarity);
	const reasons: Reason[] = [...read.reasons];
	const issues: Issue[] = [];
	let level = read.level;
	const refute = (code: 'name-digit' | 'name-filler' | 'missing') => {
		level = 'refuted';
		reasons.push(reason(code));
		issues.push(blocking(code, 'surname_english'));
	};
	if (names.digits) refute('name-digit');
	if (names.island) refute('name-filler');
	if (names.surname === '') refute('missing');
	if (names.truncated) issues.push(notice('name-truncated', 'given_name_english'));
	if (!names.separated && names.surname.includes(' ')) issues.push(blocking('name-no-separator', 'surname_english'));
	if (clarity.changed > 0) reasons.push(reason('repaired', {from: clarity.seen}));
	const part = ([start, end]: readonly [number, number]) => ({
		raw: raw.slice(start, end),
		...(clarity.changed > 0 && clarity.seen.slice(start, end) !== raw.slice(start, end)
			? {repairedFrom: clarity.seen.slice(start, end)}
			: {}),
	});
	return [
		judged({key: 'surname_english', value: names.surname, level, reasons, issues, ...part(names.surnameAt)}),
		judged({
			key: 'given_name_english',
			value: names.given,
			level,
			reasons: names.given === '' ? [...reasons, reason('no-given-name')] : reasons,
			...part(names.givenAt),
		}),
	];
}
