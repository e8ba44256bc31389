import {traitsOf} from '../engines/choice.ts';
import type {Contradiction} from '../passport/judge/contradict.ts';
import {contradict, isBacked} from '../passport/judge/contradict.ts';
import {statusOf} from '../passport/judge/passport-status.ts';
import {type FieldKey, fieldInfo, fields, isPrintedOnly, mrzFields} from '../passport/model/fields.ts';
import {cut, layouts} from '../passport/model/layouts.ts';
import type {CalendarDay, FieldValue, Passport} from '../passport/model/passport.ts';
import {isMrzValue, mrzValue} from '../passport/mrz/mrz-value.ts';
import {slotOf, toMrz} from '../passport/person/check-input.ts';
import {isNational, printedValue} from '../passport/printed/printed-values.ts';
import {type LegacyMembers, legacyKey, legacyMembers} from './legacy/keys.ts';
import {legacyVersion} from './legacy/record.ts';
import {dayOf, nameWords, originalWords} from './legacy/words.ts';
import type {PassportRecord} from './record.ts';

/** The flat members that hold a judged value, and its field. */
const flatKeys = ({fields: own}: Passport): ReadonlyArray<readonly [key: string, field: FieldKey]> => [
	['passport_number_mrz', 'passport_number'],
	...own.flatMap(field => (field.key === 'name' ? [] : [[legacyKey(field), field.key] as const])),
];

/** `held`: in the form of a value already, as lines hold it. */
type Word = {readonly field: FieldKey; readonly text: string; readonly held?: true};

/** What the flat members say otherwise than was judged. An absent one says nothing, an empty one says that there is none. */
function flatWords(record: PassportRecord, members: LegacyMembers): readonly Word[] {
	const {passport} = record;
	const judged = legacyMembers(passport);
	const written = writtenMembers(record);
	const isEmptied = (key: string) => members[key]?.trim() === '' && (written[key] ?? '') !== '';
	const words = flatKeys(passport).flatMap(([key, field]): Word[] => {
		if (isEmptied(key)) return [{field, text: ''}];
		const text = members[key] ?? '';
		return text.trim() === '' || text === judged[key] ? [] : [{field, text}];
	});
	const {name_english: latin = '', name = ''} = judged;
	// In the member of the whole name, a name in the national script takes the place of the Latin one.
	const hasNational = passport.fields.some(({key}) => key === 'name');
	if (isEmptied('name_english') || (isEmptied('name') && !hasNational)) {
		words.push({field: 'surname_english', text: ''});
	}
	const national = members.name ?? '';
	const isOther = isNational(national) && national.trim() !== name;
	if (hasNational && (isOther || isEmptied('name'))) words.push({field: 'name', text: national.trim()});
	for (const text of [members.name_english, members.name]) {
		if (!text?.trim() || isNational(text) || text === name || nameWords(text) === nameWords(latin)) continue;
		const [surname = '', given = '', ...more] = text.trim().split(/\s{2,}|\s*,\s*/);
		const parts: readonly Word[] =
			more.length > 0
				? []
				: [
						{field: 'surname_english', text: surname},
						{field: 'given_name_english', text: given},
					];
		const other = parts.filter(part => part.text !== '' && nameWords(part.text) !== nameWords(judged[part.field]!));
		words.push(...(other.length > 0 ? other : [{field: 'surname_english' as const, text}]));
	}
	return words;
}

/** The flat members as this program writes them; none where it cannot be known what they were. */
function writtenMembers(record: PassportRecord): LegacyMembers {
	if (record.engineVersion !== legacyVersion) return legacyMembers(record.passport);
	return record.answer === undefined ? {} : originalWords(record);
}

/** What flat lines hold otherwise than the judged lines, and the numbers of lines that differ in nothing of a field. */
function lineWords(record: PassportRecord, members: LegacyMembers): {words: readonly Word[]; lines: readonly number[]} {
	const {shape, lines} = record.passport;
	const today = dayOf(record);
	const said = lines.map((line, index) => members[`mrz_line${index + 1}`]?.replace(/\s/g, '').toUpperCase() ?? line);
	const flat = said.map((text, index) => (text === '' ? lines[index]! : text));
	const differing = lines.flatMap((line, index) => (line === flat[index] ? [] : [index + 1]));
	const emptied = lines.flatMap((line, index) => (line !== '' && said[index] === '' ? [index + 1] : []));
	if (differing.length === 0) return {words: [], lines: emptied};
	const words = fields.flatMap(({key}): Word[] => {
		const [was, is] = [mrzValue(shape, lines, key, today), mrzValue(shape, flat, key, today)];
		return is === undefined || is === '' || is === was ? [] : [{field: key, text: is, held: true}];
	});
	return {words, lines: [...(words.length === 0 ? differing : []), ...emptied]};
}

/** What the kept lines, or a person's own change, say otherwise than the value that is kept with them. */
function ownWord(record: PassportRecord, field: FieldValue, today: CalendarDay): Word | undefined {
	const {passport, review} = record;
	const {key, value, raw} = field;
	const {shape, lines} = passport;
	const edit = review.edits[key];
	if (edit && edit.to !== value) return {field: key, text: edit.to};
	if (isPrintedOnly(key)) return printedWord(field, today);
	if (lines.length === 0) return value === raw || edit ? undefined : {field: key, text: raw};
	// Both names share one place, which a change of one writes again.
	if (
		fieldInfo(key).kind === 'name' &&
		passport.fields.some(one => isTyped(one) && fieldInfo(one.key).kind === 'name')
	) {
		return undefined;
	}
	// Values that an earlier version took beside lines that were not whole say nothing of those.
	const isWhole = lines.every(({length}) => length === layouts[shape].length);
	const text = isWhole ? mrzValue(shape, lines, key, today) : undefined;
	if (text === undefined || isMrzValue(key, value, text)) return undefined;
	return isTyped(field) && isWritten(passport, field) ? undefined : {field: key, text, held: true};
}

/** The text that the page prints, where it is not the value. */
function printedWord(field: FieldValue, today: CalendarDay): Word | undefined {
	const {key, raw, value, printed} = field;
	const text = printedValue({field: key, text: printed?.text ?? raw}, today);
	return isTyped(field) || text === value ? undefined : {field: key, text, held: true};
}

/** A person has typed the value, also where they have put back what was read. */
const isTyped = ({evidence}: FieldValue): boolean => evidence.reasons.some(({code}) => code === 'edited');

/** True when a value that was typed is in its place of the lines, as far as that can hold it. */
function isWritten(passport: Passport, {key, value}: FieldValue): boolean {
	const slot = slotOf(passport, key);
	const text = toMrz(passport, key, value);
	return !slot || text === undefined || cut(passport.lines, slot) === text.slice(0, slot[2] - slot[1]);
}

/** A field of which the file has lost the evidence. */
const lost = (key: FieldKey): FieldValue => ({
	key,
	value: '',
	raw: '',
	evidence: {level: 'refuted', reasons: [{code: 'missing'}]},
	alternatives: [],
});

function contradictionsOf(record: PassportRecord, members: LegacyMembers, isLegacy: boolean): readonly Contradiction[] {
	const {passport} = record;
	const today = dayOf(record);
	const found = new Map<string, Contradiction>();
	const add = (one: Contradiction) => found.set(`${one.field} ${one.other ?? ''}`, one);
	const say = ({field, text, held}: Word, code: Contradiction['code']) => {
		const {value} = passport.fields.find(({key}) => key === field)!;
		const other = held ? text : printedValue({field, text}, today);
		if (other !== '' && other === value) return;
		const params = code === 'changed-outside' ? {value, other: other || text} : {mrz: value, printed: other || text};
		add({code, field, params, ...(other === '' ? {} : {other})});
	};
	// An earlier version kept the printed values of the original skill's files as flat members.
	for (const word of flatWords(record, members)) say(word, isLegacy ? 'two-zones-differ' : 'changed-outside');
	const {words, lines} = isLegacy ? {words: [], lines: []} : lineWords(record, members);
	for (const word of words) say(word, 'changed-outside');
	for (const line of lines) found.set(`line ${line}`, {code: 'changed-outside', params: {line}});
	for (const field of passport.fields) {
		const word = ownWord(record, field, today);
		if (word) say(word, 'changed-outside');
		else if (!isBacked(passport, field)) add({code: 'changed-outside', field: field.key});
	}
	return [...found.values()];
}

/** The worse of the two. */
const worse = (one: Passport['status'], two: Passport['status']): Passport['status'] =>
	one === 'refused' || two === 'refused' ? 'refused' : one === 'check' || two === 'check' ? 'check' : 'clean';

/**
 * A record whose file was changed by another program is weighed again: what its parts say against each other is shown,
 * and a person must look. What was decided about other values is no decision about these. A record that agrees with
 * itself stays as it is.
 *
 * @param members The flat members of the file.
 */
export function agreed(record: PassportRecord, members: LegacyMembers): PassportRecord {
	const known = new Map(record.passport.fields.map(field => [field.key, field]));
	const missing = mrzFields.filter(key => !known.has(key));
	const passport: Passport = {
		...record.passport,
		// In their own order, which a tool may have changed to that of the alphabet.
		fields: fields.flatMap(({key, printed, onlyIn}) => known.get(key) ?? (printed || onlyIn ? [] : lost(key))),
		issues: [...record.passport.issues, ...missing.map(key => ({code: 'missing' as const, field: key, blocks: true}))],
	};
	const isLegacy = record.engineVersion === legacyVersion && record.answer === undefined;
	const whole = {...record, passport};
	const found = contradictionsOf(whole, members, isLegacy);
	const computed = statusOf(passport.fields, passport.issues);
	const isWorse = passport.status !== 'clean' && computed === 'clean' && found.length === 0;
	const all: readonly Contradiction[] = isWorse ? [{code: 'changed-outside'}] : found;
	const weighed = contradict({...passport, status: worse(passport.status, computed)}, all);
	const isTouched = all.length > 0 || missing.length > 0;
	return {...whole, passport: weighed, review: isTouched ? reopened(record, all) : decided(record)};
}

/**
 * The record where its file is as this version writes it: the flat members say what was judged and nothing besides, and
 * the values what the lines hold. That is seen at a glance, and is so of nearly every file. Undefined where what the file
 * says must be weighed, or is completed from what an earlier version wrote.
 *
 * @param saysOnly Whether these are the flat members of the file, every one.
 */
export function unchanged(
	record: PassportRecord,
	saysOnly: (members: LegacyMembers) => boolean,
): PassportRecord | undefined {
	const {answer, engine, engineVersion, passport} = record;
	if (answer !== undefined || engineVersion === legacyVersion || traitsOf(engine).keepsAnswer) return undefined;
	if (!isInOrder(passport.fields) || !passport.lines.every(isBareLine)) return undefined;
	const members = legacyMembers(passport);
	if (!saysOnly(members)) return undefined;
	if (passport.fields.some(field => isPrintedOnly(field.key) && !field.printed && !isTyped(field))) return undefined;
	// Without a printed name a service repeats the Latin one; any other is a name that an earlier version kept.
	if (!/^[A-Z '-]*$/.test(members.name ?? '') && !passport.fields.some(({key}) => key === 'name')) return undefined;
	const today = dayOf(record);
	for (const field of passport.fields) {
		if (ownWord(record, field, today) || !isBacked(passport, field)) return undefined;
	}
	if (statusOf(passport.fields, passport.issues) !== passport.status) return undefined;
	return {...record, review: decided(record)};
}

/** As a line is written: it is compared without its spaces, in capitals. */
const isBareLine = (line: string): boolean => /^[A-Z0-9<]*$/.test(line);

/** Every field of the MRZ, and what was read of the others, in the order of display. */
function isInOrder(own: Passport['fields']): boolean {
	let at = 0;
	for (const {key, printed, onlyIn} of fields) {
		if (own[at]?.key === key) at++;
		else if (!printed && !onlyIn) return false;
	}
	return at === own.length;
}

/** Without a decision about it, but with what a person changed. A rejected passport stays out. */
function reopened({review}: PassportRecord, found: readonly Contradiction[]): PassportRecord['review'] {
	const confirmed = review.confirmed.filter(key => !found.some(({field}) => field === key));
	if (review.state === 'rejected') return {...review, confirmed};
	return {state: 'unreviewed', edits: review.edits, confirmed};
}

/** A decision leaves its time or its changes; a state without either was not decided here. */
const decided = ({review}: PassportRecord): PassportRecord['review'] => {
	const isTraced = review.at !== undefined || Object.keys(review.edits).length > 0;
	return isTraced || review.state === 'rejected' ? review : {...review, state: 'unreviewed'};
};
