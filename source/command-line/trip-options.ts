import {AppError} from '../core/errors.ts';
import {parseSpan, type Trip} from '../core/passport/judge/trip.ts';
import {type CompleteDate, compareDays, completeDate, formatDate} from '../core/passport/model/dates.ts';
import {type Arguments, flag, text} from './parse.ts';
import {badValue} from './unknown-name.ts';

/**
 * The trip that `--valid-for`, `--on`, `--until` and `--schengen` describe; undefined when none of them was given.
 *
 * @throws AppError USAGE {problem: 'bad-value'} for a day that is not in the calendar, or for a last day before the first;
 * {problem: 'needs'} for a last day without the rule that it is for
 */
export function tripOf(args: Arguments, today: CompleteDate): Trip | undefined {
	const validFor = text(args, 'valid-for');
	const on = dayOf(args, 'on');
	const until = dayOf(args, 'until');
	const schengen = flag(args, 'schengen');
	if (validFor === undefined && !on && !until && !schengen) return undefined;
	if (until && !schengen) throw new AppError('USAGE', {problem: 'needs', option: '--schengen'});
	const day = on ?? today;
	if (until && compareDays(until, day) < 0) {
		throw new AppError('USAGE', {
			problem: 'too-early',
			option: '--until',
			value: formatDate(until),
			from: formatDate(day),
		});
	}
	// A day of travel alone asks for nothing but a valid passport on that day.
	const span = parseSpan(validFor ?? '0d');
	return {
		on: day,
		...(span ? {validFor: span} : {}),
		...(schengen ? {schengen: {departure: until ?? day}} : {}),
	};
}

function dayOf(args: Arguments, name: 'on' | 'until'): CompleteDate | undefined {
	const value = text(args, name);
	if (value === undefined) return undefined;
	const date = completeDate(value);
	if (!date) throw badValue(name, value);
	return date;
}
