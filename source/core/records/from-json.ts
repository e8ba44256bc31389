import type * as z from 'zod/mini';
import {cleanText, cleanValues} from '../clean-text.ts';
import type {FieldKey} from '../passport/model/fields.ts';
import type {
	Alternative,
	CalendarDay,
	FieldValue,
	Issue,
	Passport,
	PrintedText,
	Reason,
	ReasonCode,
} from '../passport/model/passport.ts';
import {agreed} from './agreement.ts';
import {withEarlierPlaces, withEarlierPrinted} from './earlier-printed.ts';
import {
	type BrokenSidecar,
	engineFailure,
	type FailedSidecar,
	failedFromJson,
	type LaterSidecar,
} from './failed-json.ts';
import {jsonVersion} from './json-version.ts';
import {splitLater} from './later.ts';
import {foreignMembers, isJudgedKey, type LegacyMembers, sourceImage} from './legacy-keys.ts';
import {legacyRecord, legacyVersion, originalAnswer} from './legacy-record.ts';
import {dayOf} from './legacy-words.ts';
import type {PassportRecord, PictureIdentity} from './record.ts';
import {isName, ownMember, sidecarObject} from './schema.ts';
import {fromLegacyTime} from './time.ts';

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
 */
export function fromJson(json: unknown): Sidecar {
	try {
		return parsed(json);
	} catch {
		// Nested deeper than any text of this program: written to do harm.
		return foreign;
	}
}

function parsed(json: unknown): Sidecar {
	const object = sidecarObject.safeParse(json);
	if (!object.success) return failedFromJson(json) ?? foreign;
	const {success: _, passport_ocr: own, recognized_at: recognizedAt, source_image: named, ...rest} = object.data;
	const source = typeof named === 'string' ? sourceImage(named) : undefined;
	const members = textMembers(rest);
	if (own === undefined) {
		const time = typeof recognizedAt === 'string' ? recognizedAt : '';
		if (!('mrz_line1' in members || 'passport_number' in members || 'passport_number_mrz' in members)) {
			// Without its time either it is some other program's report of a success.
			return fromLegacyTime(time) === undefined
				? foreign
				: {kind: 'no-passport', source, recognizedAt: cleanText(time)};
		}
		return {kind: 'original', source, record: (picture, today) => legacyRecord(picture, members, time, today)};
	}
	const version = (own as {version?: unknown} | null)?.version;
	if (typeof version === 'number' && version > jsonVersion) return {kind: 'later', source};
	const {known, later} = splitLater(own);
	const ours = ownMember.safeParse(cleanValues(known));
	if (!ours.success) {
		if (version !== jsonVersion) return foreign;
		return {kind: hasLaterShape(known) ? 'later' : 'broken', source};
	}
	const {data} = ours;
	const record = (path: string) => ({...ownRecord(path, members, data), ...(later ? {later} : {})});
	return {kind: 'ours', source, sha256: data.image_sha256, record, json};
}

/** Whether nothing but the shape of the document is not known to this version. */
const hasLaterShape = (own: unknown): boolean => {
	const {shape} = own as {shape?: unknown};
	return isName(shape) && ownMember.safeParse({...(own as object), shape: 'TD3'}).success;
};

function textMembers(members: Readonly<Record<string, unknown>>): LegacyMembers {
	const texts: [string, string][] = [];
	for (const key of Object.keys(members)) {
		const text = textOf(key, members[key]);
		if (text !== undefined) texts.push([key, text]);
	}
	return Object.fromEntries(texts);
}

/** A member as text. Another program may have put a number, or nothing, in the place of a judged value. */
function textOf(key: string, value: unknown): string | undefined {
	if (typeof value === 'string' && value.length <= longestText) return value;
	if (value === undefined || !isJudgedKey(key)) return undefined;
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
	return text.slice(0, longestText);
}

function ownRecord(path: string, written: LegacyMembers, own: z.infer<typeof ownMember>): PassportRecord {
	const members = cleanValues(written) as LegacyMembers;
	const passport: Passport = {
		shape: own.shape,
		lines: own.lines,
		fields: Object.entries(own.evidence).map(([key, evidence]) => fieldValue(key as FieldKey, evidence)),
		issues: own.issues.map(issueValue),
		status: own.status,
		engine: own.engine,
	};
	// An earlier version kept the answer of the original skill's files as flat members only.
	const isLegacy = own.engine_version === legacyVersion && !own.answer;
	const answer = isLegacy ? originalAnswer(members) : own.answer;
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
	const record = {...read, passport: withEarlierPrinted(passport, members, own, dayOf(read))};
	const whole = {...agreed(record, members), ...(answer ? {answer} : {})};
	const foreign = foreignMembers(written, whole);
	return Object.keys(foreign).length === 0 ? whole : {...whole, foreign};
}

function fileState({image_bytes: bytes, image_modified: at}: z.infer<typeof ownMember>): Pick<PassportRecord, 'file'> {
	const modified = Date.parse(at ?? '');
	return bytes === undefined || Number.isNaN(modified) ? {} : {file: {bytes, modified}};
}

type EvidenceJson = NonNullable<z.infer<typeof ownMember>['evidence'][FieldKey]>;

/** A field as `evidenceJson` wrote it. */
export function fieldValue(key: FieldKey, json: EvidenceJson): FieldValue {
	const reasons = json.by.map((words): Reason => {
		const params = json.params?.[words];
		return {code: words.replaceAll(' ', '-') as ReasonCode, ...(params === undefined ? {} : {params})};
	});
	const alternatives = (json.alternatives ?? []).map(
		({value, source, digits}): Alternative => ({value, source, ...(digits ? {digits} : {})}),
	);
	return {
		key,
		value: json.value,
		raw: json.read,
		evidence: {level: json.level, reasons},
		...(json.repaired_from === undefined ? {} : {repairedFrom: json.repaired_from}),
		alternatives,
		...(json.printed ? {printed: printedText(json.printed)} : {}),
	};
}

const printedText = ({text, margin, source}: NonNullable<EvidenceJson['printed']>): PrintedText => ({
	text,
	...(margin === undefined ? {} : {margin}),
	...(source === undefined ? {} : {source}),
});

/** An issue as the core has it: without the members that are undefined. */
export const issueValue = ({code, field, params, blocks}: z.infer<typeof ownMember>['issues'][number]): Issue => ({
	code,
	...(field === undefined ? {} : {field}),
	...(params === undefined ? {} : {params}),
	blocks,
});
