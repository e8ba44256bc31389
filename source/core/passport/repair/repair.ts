import {cut, type DigitSlot, type Layout, put} from '../model/layouts.ts';
import type {CalendarDay} from '../model/passport.ts';
import type {CheckDigit} from '../mrz/check-digits.ts';
import {readMrzDate} from '../mrz/dates.ts';
import {bareCode} from '../tables/codes.ts';
import {issuerOf} from '../tables/issuers.ts';
import {asDigit, isDigit} from '../tables/look-alikes.ts';
import {formOf} from '../tables/number-form.ts';
import {type Form, type Repaired, repairByDigits, untouched} from './digits.ts';

const anything: Form = {allows: () => true, fits: () => true, tells: false};

const digitSlot = (layout: Layout, name: DigitSlot['name']): DigitSlot => layout.digits.find(one => one.name === name)!;

/** A letter in the place of a check digit can only be a misread digit (ICAO 9303-3 §4.9: check digits are 0-9). */
export function repairDigitPlaces(
	layout: Layout,
	lines: readonly string[],
): {lines: readonly string[]; forced: readonly DigitSlot[]} {
	let repaired = lines;
	const forced: DigitSlot[] = [];
	for (const slot of layout.digits) {
		const digit = asDigit(lines[slot.line]!.charAt(slot.position));
		if (digit === undefined) continue;
		repaired = put(repaired, [slot.line, slot.position, slot.position + 1], digit);
		forced.push(slot);
	}
	return {lines: repaired, forced};
}

/**
 * The document number: by the form of its issuer where that is known, else by class and check digit alone. A form that
 * only practice knows never overrules a number whose check digit agrees; what would fit is offered.
 */
export function repairNumber(layout: Layout, lines: readonly string[], digits: readonly CheckDigit[]): Repaired {
	// A long number is in two pieces: what was misread of it is for a person.
	if (layout.numberRest) return untouched(lines);
	const field = layout.fields.passport_number!;
	const slot = digitSlot(layout, 'number');
	// The known forms are those of passports.
	const issuer =
		layout.shape === 'TD3' ? issuerOf(bareCode(cut(lines, layout.fields.issuing_country_code!))) : undefined;
	if (!issuer) return repairByDigits(layout, lines, field, slot, anything, digits);
	const form: Form = {allows: () => true, fits: raw => formOf(raw, issuer) !== undefined, tells: true};
	const repaired = repairByDigits(layout, lines, field, slot, form, digits);
	const refuted = digits.find(one => one.name === 'number')?.verdict === 'refuted';
	if (refuted && repaired.changed === 0 && repaired.offers.length === 0) {
		return repairByDigits(layout, lines, field, slot, anything, digits);
	}
	if (!refuted && repaired.changed > 0) {
		const raw = cut(repaired.lines, field);
		if (!formOf(raw, issuer)?.hard) return untouched(lines, [raw, ...repaired.offers]);
	}
	return repaired;
}

/** A date: six digits, a day of the calendar. Blank parts are never made by a repair. */
export function repairDate(
	layout: Layout,
	lines: readonly string[],
	name: 'birth' | 'expiry',
	today: CalendarDay,
	digits: readonly CheckDigit[],
): Repaired {
	const field = layout.fields[name === 'birth' ? 'birth_date' : 'expiry_date']!;
	const slot = digitSlot(layout, name);
	const form: Form = {
		allows: isDigit,
		fits: raw => {
			const {kind} = readMrzDate(raw, name, today);
			return kind === 'date' || (kind === 'blank' && name === 'birth');
		},
		tells: true,
	};
	return repairByDigits(layout, lines, field, slot, form, digits);
}
