import type {PassportRecord} from '../../records/record.ts';
import type {RenderOptions} from '../format.ts';
import type {Table} from '../rows.ts';
import {
	ageGroup,
	type CountryLetters,
	type DocsPassenger,
	lineSurname,
	passengerOf,
	type Refusal,
} from './docs-passenger.ts';

/** The line of a record, or why it has none; nothing of one that was not chosen. */
export type DocsLine =
	| {readonly record: PassportRecord; readonly line: string}
	| {readonly record: PassportRecord; readonly refusals: readonly Refusal[]};

/** Writes a line for the passenger of a number of the booking, from 1. */
export type DocsSyntax = (passenger: DocsPassenger, number: number) => string;

/**
 * The passport of each row as a line, in their order. Passengers are numbered as they are listed; one that is refused or
 * was not chosen keeps its number, so that the others' numbers do not depend on it. An infant has none: its line has the number of the one adult
 * of its surname.
 */
export function* docsLines({rows}: Table, syntax: DocsSyntax, options: RenderOptions): Iterable<DocsLine> {
	const letters: CountryLetters = options.countryLetters ?? 3;
	const families = new Map<string, {readonly adults: number[]; infants: number}>();
	let count = 0;
	for (const {source} of rows()) {
		if (!source) continue;
		const group = ageGroup(source.record, source.today, options.trip);
		const surname = lineSurname(source.record);
		const family = families.get(surname) ?? {adults: [], infants: 0};
		families.set(surname, family);
		if (group === 'infant') family.infants++;
		else {
			count++;
			// Without a day of birth it may be an adult.
			if (group !== 'child') family.adults.push(count);
		}
	}
	let number = 0;
	for (const {source} of rows()) {
		if (!source) continue;
		const {record} = source;
		const isInfant = ageGroup(record, source.today, options.trip) === 'infant';
		if (!isInfant) number++;
		if (options.notChosen?.has(record.path)) continue;
		const passenger = passengerOf(record, letters, isInfant, options.singleName);
		const {adults, infants} = families.get(lineSurname(record))!;
		const alone = isInfant && (adults.length !== 1 || infants !== 1);
		const refusals: readonly Refusal[] = [
			...('type' in passenger ? [] : passenger),
			...(alone ? [{code: 'infant', adults: adults.length, infants} as const] : []),
		];
		if (!('type' in passenger) || refusals.length > 0) yield {record, refusals};
		else yield {record, line: syntax(passenger, isInfant ? adults[0]! : number)};
	}
}
