import type * as z from 'zod/mini';
import {traitsOf} from '../../engines/choice.ts';
import {judgePrintedFields, withPrintedTexts} from '../../passport/judge/printed-fields.ts';
import {isPrintedOnly} from '../../passport/model/fields.ts';
import type {CalendarDay, FieldValue, Passport} from '../../passport/model/passport.ts';
import type {PrintedValue, Reading} from '../../passport/model/reading.ts';
import {fieldOfKey} from '../../passport/printed/service-fields.ts';
import {printedBy} from '../../passport/printed/service-reading.ts';
import type {Geometry} from '../geometry.ts';
import type {ownMember} from '../json/schema.ts';
import type {LegacyMembers} from './keys.ts';

type OwnMember = z.infer<typeof ownMember>;

/**
 * The passport of a file that holds what only the page prints as flat members alone, as earlier versions and the
 * original skill wrote it: each is judged as a field. The status stays, because none of them decides.
 */
export function withEarlierPrinted(
	passport: Passport,
	members: LegacyMembers,
	{geometry, issued, engine, answer}: Pick<OwnMember, 'geometry' | 'issued' | 'engine' | 'answer'>,
	today: CalendarDay,
): Passport {
	const known = new Map(passport.fields.map(field => [field.key, field]));
	const said = {...answer, ...members, ...(issued === undefined || members.issue_date ? {} : {issue_date: issued})};
	const isOurs = answer === undefined && !traitsOf(engine).keepsAnswer;
	// A flat key that is a field's own holds the judged value of that field, and no printed one.
	const words = printedBy(said).filter(({field, source}) => isPrintedOnly(field) || source !== field);
	const printed = words.map(({source, ...value}): PrintedValue => {
		const margin = geometry?.members?.[source ?? '']?.margin;
		return {...value, ...(margin === undefined ? {} : {margin}), ...(isOurs || !source ? {} : {source})};
	});
	// The nationality in words is none of the service's words about a code.
	const nationality: readonly PrintedValue[] =
		isOurs && members.nationality
			? [{field: 'holder_country_code', text: members.nationality, zone: 'printed', aside: true}]
			: [];
	const all = [...nationality, ...printed];
	// A file of this version has each of them in the evidence of its field.
	const isNews = ({field: key, zone}: PrintedValue): boolean => {
		const field = known.get(key);
		const takesText = isOurs && field !== undefined && field.printed === undefined;
		return isPrintedOnly(key) ? !field || takesText : takesText && zone === 'printed';
	};
	if (!all.some(isNews)) return passport;
	const reading: Reading = {engine, shape: passport.shape, lines: [], printed: all};
	const fields = isOurs ? withTexts(passport.fields, reading) : passport.fields;
	const found = judgePrintedFields([reading], fields, today).filter(({field}) => !known.has(field.key));
	return {...passport, fields: [...fields, ...found.map(({field}) => field)]};
}

const withTexts = (fields: readonly FieldValue[], reading: Reading): readonly FieldValue[] =>
	withPrintedTexts(
		fields.map(field => ({field, issues: []})),
		[reading],
	).map(({field}, index) => (fields[index]!.printed || isTypedOnly(fields[index]!) ? fields[index]! : field));

/** A person has typed what only the page prints: the flat member is what they typed, and no printed text. */
const isTypedOnly = ({key, evidence}: FieldValue): boolean =>
	isPrintedOnly(key) && evidence.reasons.some(({code}) => code === 'edited');

/** The places of printed values, those too that an earlier version kept under the service's keys. */
export function withEarlierPlaces({members, ...geometry}: NonNullable<OwnMember['geometry']>): Geometry {
	const earlier = Object.entries(members ?? {}).flatMap(([key, {from, to, height}]) => {
		const field = key === 'nationality' ? 'holder_country_code' : fieldOfKey(key)?.says;
		return field === undefined ? [] : [[field, {from, to, height}] as const];
	});
	return {...geometry, printed: {...Object.fromEntries(earlier), ...geometry.printed}};
}
