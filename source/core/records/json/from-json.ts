import type * as z from 'zod/mini';
import {cleanText, cleanValues} from '../../clean-text.ts';
import type {FieldKey} from '../../passport/model/fields.ts';
import type {
	Alternative,
	CalendarDay,
	FieldValue,
	Issue,
	Passport,
	PrintedText,
	Reason,
	ReasonCode,
} from '../../passport/model/passport.ts';
import {agreed, unchanged} from '../agreement.ts';
import {withEarlierPlaces, withEarlierPrinted} from '../legacy/earlier-printed.ts';
import {foreignMembers, isJudgedKey, type LegacyMembers, sourceImage} from '../legacy/keys.ts';
import {legacyRecord, legacyVersion, originalAnswer} from '../legacy/record.ts';
import {dayOf} from '../legacy/words.ts';
import type {Later, PassportRecord, PictureIdentity} from '../record.ts';
import {fromLegacyTime} from '../time.ts';
import {exactly, isObject} from './exact-shape.ts';
import {
	type BrokenSidecar,
	engineFailure,
	type FailedSidecar,
	failedFromJson,
	isOfText,
	type LaterSidecar,
} from './failed-json.ts';
import {jsonVersion} from './json-version.ts';
import {splitLater} from './later.ts';
import {isName, ownMember} from './schema.ts';

/** What a JSON file beside a picture turned out to be. */
export type Sidecar =
	| {
			readonly kind: 'ours';
			readonly source: string | undefined;
			readonly sha256: string;
			readonly record: (path: string) => PassportRecord;
			/** As it was parsed; `passport_ocr.others` has the other entries of the same picture: see `entriesOf`. */
			readonly json: unknown;
	  }
	/** This program kept that the picture could not be read. */
	| FailedSidecar
	| BrokenSidecar
	| {
			readonly kind: 'original';
			readonly source: string | undefined;
			readonly record: (picture: PictureIdentity, today: CalendarDay) => PassportRecord;
	  }
	/** The original skill kept its answer about a picture that shows no passport: never touched. */
	| {readonly kind: 'no-passport'; readonly source: string | undefined; readonly recognizedAt: string}
	/** What a power cut left of a file: a name, and nothing or zeros behind it. */
	| {readonly kind: 'empty'}
	/** Written by a later version of this program in another form: never touched. */
	| LaterSidecar
	/** Not written by this program: never touched. */
	| {readonly kind: 'foreign'}
	/** It may not be read: what it is cannot be said. */
	| {readonly kind: 'unreadable'; readonly reason: string};

const foreign: Sidecar = {kind: 'foreign'};

/** A longer text is a portrait in base64, which is no reading. */
const longestText = 2000;

/**
 * Says what the parsed content of a JSON file is. Never throws. Any program may have written it: what is shown of it is
 * cleaned here, and what another program keeps in it is written back as it is.
 *
 * @param isClean Whether it is known that no text in it has anything to clean.
 */
export function fromJson(json: unknown, isClean = false): Sidecar {
	try {
		return parsed(json, isClean);
	} catch {
		// Nested deeper than any text of this program: written to do harm.
		return foreign;
	}
}

const isExact = exactly(ownMember);

function parsed(json: unknown, isClean: boolean): Sidecar {
	if (!isObject(json) || json.success !== true) return failedFromJson(json) ?? foreign;
	const {passport_ocr: own, recognized_at: recognizedAt, source_image: named} = json;
	const source = typeof named === 'string' ? sourceImage(named) : undefined;
	if (own === undefined) {
		const members = textMembers(json);
		const time = typeof recognizedAt === 'string' ? recognizedAt : '';
		if (!('mrz_line1' in members || 'passport_number' in members || 'passport_number_mrz' in members)) {
			// Without its time either it is some other program's report of a success.
			return fromLegacyTime(time) === undefined
				? foreign
				: {kind: 'no-passport', source, recognizedAt: cleanText(time)};
		}
		return {kind: 'original', source, record: (picture, today) => legacyRecord(picture, members, time, today)};
	}
	// What is nested too deep throws here, and not when the record is asked for.
	if (hasNested(json)) textMembers(json);
	const clean = <Json>(value: Json): Json => (isClean ? value : (cleanValues(value) as Json));
	const oursWith = (data: OwnMember, later?: Later): Sidecar => {
		const record = (path: string) => {
			const one = ownRecord(path, json, clean, data);
			return later ? {...one, later} : one;
		};
		return {kind: 'ours', source, sha256: data.image_sha256, record, json};
	};
	// Nearly every file is as this version writes it.
	if (clean(own) === own && isExact(own)) return oursWith(own);
	const version = (own as {version?: unknown} | null)?.version;
	if (typeof version === 'number' && version > jsonVersion) return {kind: 'later', source};
	const {known, later} = splitLater(own);
	const ours = ownMember.safeParse(cleanValues(known));
	if (ours.success) return oursWith(ours.data, later);
	if (version !== jsonVersion) return foreign;
	if (hasLaterShape(known)) return {kind: 'later', source};
	return {kind: 'broken', source, ...(isOfText(own) ? {ofText: true} : {})};
}

/** Whether nothing but the shape of the document is not known to this version. */
const hasLaterShape = (own: unknown): boolean => {
	const {shape} = own as {shape?: unknown};
	return isName(shape) && ownMember.safeParse({...(own as object), shape: 'TD3'}).success;
};

/** The members that are none of a passport's. */
const ownKeys: ReadonlySet<string> = new Set(['success', 'passport_ocr', 'recognized_at', 'source_image']);

function textMembers(json: Readonly<Record<string, unknown>>): LegacyMembers {
	const texts: Record<string, string> = {};
	for (const key of Object.keys(json)) {
		if (ownKeys.has(key)) continue;
		const text = textOf(key, json[key]);
		if (text === undefined) continue;
		if (key === '__proto__') Object.defineProperty(texts, key, {value: text, enumerable: true});
		else texts[key] = text;
	}
	return texts;
}

/** Whether there is an object among the flat members. */
function hasNested(json: Readonly<Record<string, unknown>>): boolean {
	for (const key in json) if (typeof json[key] === 'object' && !ownKeys.has(key)) return true;
	return false;
}

/** Whether a file has these flat members and no other. */
function saysOnly(json: Readonly<Record<string, unknown>>, members: LegacyMembers): boolean {
	let count = 0;
	for (const key in json) {
		if (ownKeys.has(key)) continue;
		const text = textOf(key, json[key]);
		if (text === undefined) continue;
		if (text !== members[key]) return false;
		count++;
	}
	for (const _ in members) count--;
	return count === 0;
}

/** A member as text. Another program may have put a number, or nothing, in the place of a judged value. */
function textOf(key: string, value: unknown): string | undefined {
	if (typeof value === 'string' && value.length <= longestText) return value;
	if (value === undefined || !isJudgedKey(key)) return undefined;
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
	return text.slice(0, longestText);
}

type OwnMember = z.infer<typeof ownMember>;

function ownRecord(
	path: string,
	json: Readonly<Record<string, unknown>>,
	clean: <Json>(value: Json) => Json,
	own: OwnMember,
): PassportRecord {
	const passport: Passport = {
		shape: own.shape,
		lines: own.lines,
		fields: fieldValues(own.evidence),
		issues: own.issues.map(issueValue),
		status: own.status,
		engine: own.engine,
	};
	const {state, at, edits, confirmed} = own.review;
	const read: PassportRecord = {
		path,
		sha256: own.image_sha256,
		...fileState(own),
		engine: own.engine,
		engineVersion: own.engine_version,
		recognizedAt: own.recognized_at,
		passport,
		review: {state, edits, confirmed, ...(at === undefined ? {} : {at})},
		...(own.geometry ? {geometry: withEarlierPlaces(own.geometry)} : {}),
		...(own.answer ? {answer: own.answer} : {}),
		...(own.failures ? {failures: own.failures.map(engineFailure)} : {}),
	};
	if (own.issued === undefined || json.issue_date !== undefined) {
		const asWritten = unchanged(read, members => saysOnly(json, members));
		if (asWritten) return asWritten;
	}
	const written = textMembers(json);
	const members = clean(written);
	// An earlier version kept the answer of the original skill's files as flat members only.
	const isLegacy = own.engine_version === legacyVersion && !own.answer;
	const answer = isLegacy ? originalAnswer(members) : own.answer;
	const record = {...read, passport: withEarlierPrinted(passport, members, own, dayOf(read))};
	const whole = {...agreed(record, members), ...(answer ? {answer} : {})};
	const foreign = foreignMembers(written, whole);
	return Object.keys(foreign).length === 0 ? whole : {...whole, foreign};
}

function fileState({image_bytes: bytes, image_modified: at}: OwnMember): Pick<PassportRecord, 'file'> {
	const modified = Date.parse(at ?? '');
	return bytes === undefined || Number.isNaN(modified) ? {} : {file: {bytes, modified}};
}

function fieldValues(evidence: OwnMember['evidence']): FieldValue[] {
	const values: FieldValue[] = [];
	for (const key in evidence) values.push(fieldValue(key as FieldKey, evidence[key as FieldKey]!));
	return values;
}

type EvidenceJson = NonNullable<OwnMember['evidence'][FieldKey]>;

const codes = new Map<string, ReasonCode>();

/** The code that `evidenceJson` wrote as words. */
function codeOf(words: string): ReasonCode {
	const known = codes.get(words);
	if (known !== undefined) return known;
	const code = words.replaceAll(' ', '-') as ReasonCode;
	// A file may have any words.
	if (codes.size < 1000) codes.set(words, code);
	return code;
}

const noAlternatives: readonly Alternative[] = [];

/** A field as `evidenceJson` wrote it. */
export function fieldValue(key: FieldKey, json: EvidenceJson): FieldValue {
	const {value, read: raw, level, by, params: all, repaired_from: repairedFrom, printed} = json;
	const reasons = by.map((words): Reason => {
		const params = all?.[words];
		return params === undefined ? {code: codeOf(words)} : {code: codeOf(words), params};
	});
	const evidence = {level, reasons};
	const alternatives =
		json.alternatives?.map(({value, source, digits}): Alternative => ({value, source, ...(digits ? {digits} : {})})) ??
		noAlternatives;
	// Each kind is written out: V8 gives each object that was copied and added to a shape of its own, and is slow with many.
	if (repairedFrom !== undefined) {
		const field = {key, value, raw, evidence, repairedFrom, alternatives};
		return printed ? {...field, printed: printedText(printed)} : field;
	}
	return printed
		? {key, value, raw, evidence, alternatives, printed: printedText(printed)}
		: {key, value, raw, evidence, alternatives};
}

function printedText({text, margin, source}: NonNullable<EvidenceJson['printed']>): PrintedText {
	if (source !== undefined) return margin === undefined ? {text, source} : {text, margin, source};
	return margin === undefined ? {text} : {text, margin};
}

/** An issue as the core has it: without the members that are undefined. */
export const issueValue = ({code, field, params, blocks}: z.infer<typeof ownMember>['issues'][number]): Issue => ({
	code,
	...(field === undefined ? {} : {field}),
	...(params === undefined ? {} : {params}),
	blocks,
});
