import type * as z from 'zod/mini';
import type {FieldKey} from '../passport/model/fields.ts';
import type {
	Alternative,
	CalendarDay,
	FieldValue,
	Issue,
	Passport,
	Reason,
	ReasonCode,
} from '../passport/model/passport.ts';
import {agreed} from './agreement.ts';
import {type BrokenSidecar, engineFailure, type FailedSidecar, failedFromJson} from './failed-json.ts';
import {jsonVersion} from './json-version.ts';
import {splitLater} from './later.ts';
import {type LegacyMembers, membersBeside, sourceImage} from './legacy-keys.ts';
import {legacyRecord, legacyVersion, originalAnswer} from './legacy-record.ts';
import type {PassportRecord, PictureIdentity} from './record.ts';
import {ownMember, sidecarObject} from './schema.ts';

/** What a JSON file beside a picture turned out to be. */
export type Sidecar =
	| {
			readonly kind: 'ours';
			readonly source: string | undefined;
			readonly sha256: string;
			readonly record: (path: string) => PassportRecord;
	  }
	/** This program kept that the picture could not be read. */
	| FailedSidecar
	| BrokenSidecar
	| {
			readonly kind: 'original';
			readonly source: string | undefined;
			readonly record: (picture: PictureIdentity, today: CalendarDay) => PassportRecord;
	  }
	/** What a power cut left of a file: a name, and nothing or zeros behind it. */
	| {readonly kind: 'empty'}
	/** Written by a later version of this program in another form: never touched. */
	| {readonly kind: 'later'}
	/** Nothing of ours: never touched. */
	| {readonly kind: 'foreign'};

const foreign: Sidecar = {kind: 'foreign'};

/** A longer text is a portrait in base64, which is no reading. */
const longestText = 2000;

/** Tells what the parsed content of a JSON file is. Never throws. */
export function fromJson(json: unknown): Sidecar {
	const object = sidecarObject.safeParse(json);
	if (!object.success) return failedFromJson(json) ?? foreign;
	const {success: _, passport_ocr: own, recognized_at: recognizedAt, source_image: named, ...rest} = object.data;
	const source = typeof named === 'string' ? sourceImage(named) : undefined;
	const members = textMembers(rest);
	if (own === undefined) {
		// Without one of its keys it is some other program's report of a success.
		if (!('mrz_line1' in members || 'passport_number' in members || 'passport_number_mrz' in members)) return foreign;
		const time = typeof recognizedAt === 'string' ? recognizedAt : '';
		return {kind: 'original', source, record: (picture, today) => legacyRecord(picture, members, time, today)};
	}
	const version = (own as {version?: unknown} | null)?.version;
	if (typeof version === 'number' && version > jsonVersion) return {kind: 'later'};
	const {known, later} = splitLater(own);
	const ours = ownMember.safeParse(known);
	if (!ours.success) return version === jsonVersion ? {kind: 'broken', source} : foreign;
	const {data} = ours;
	const record = (path: string) => ({...ownRecord(path, members, data), ...(later ? {later} : {})});
	return {kind: 'ours', source, sha256: data.image_sha256, record};
}

const textMembers = (members: Readonly<Record<string, unknown>>): LegacyMembers =>
	Object.fromEntries(
		Object.entries(members).filter(
			(member): member is [string, string] => typeof member[1] === 'string' && member[1].length <= longestText,
		),
	);

function ownRecord(path: string, members: LegacyMembers, own: z.infer<typeof ownMember>): PassportRecord {
	const passport: Passport = {
		shape: own.shape,
		lines: own.lines,
		fields: Object.entries(own.evidence).map(([key, evidence]) => fieldValue(key as FieldKey, evidence)),
		issues: own.issues.map(issueValue),
		status: own.status,
		engine: own.engine,
		...(own.issued === undefined ? {} : {issued: own.issued}),
	};
	const {state, at, edits, confirmed} = own.review;
	const record: PassportRecord = {
		path,
		sha256: own.image_sha256,
		engine: own.engine,
		engineVersion: own.engine_version,
		recognizedAt: own.recognized_at,
		passport,
		review: {state, edits, confirmed, ...(at === undefined ? {} : {at})},
		extra: membersBeside(members, passport),
		...(own.geometry ? {geometry: own.geometry} : {}),
		...(own.answer ? {answer: own.answer} : {}),
		...(own.failures ? {failures: own.failures.map(engineFailure)} : {}),
	};
	const whole = agreed(record, members);
	// An earlier version kept the answer of the original skill's files as flat members only.
	const isLegacy = own.engine_version === legacyVersion && !own.answer;
	return isLegacy ? {...whole, answer: originalAnswer(members)} : whole;
}

type EvidenceJson = NonNullable<z.infer<typeof ownMember>['evidence'][FieldKey]>;

/** A field as `evidenceJson` wrote it. */
export function fieldValue(key: FieldKey, json: EvidenceJson): FieldValue {
	const reasons = json.by.map((words): Reason => {
		const params = json.params?.[words];
		return {code: words.replaceAll(' ', '-') as ReasonCode, ...(params === undefined ? {} : {params})};
	});
	const alternatives: readonly Alternative[] = json.alternatives ?? [];
	return {
		key,
		value: json.value,
		raw: json.read,
		evidence: {level: json.level, reasons},
		...(json.repaired_from === undefined ? {} : {repairedFrom: json.repaired_from}),
		alternatives,
	};
}

/** An issue as the core has it: without the members that are undefined. */
export const issueValue = ({code, field, params, blocks}: z.infer<typeof ownMember>['issues'][number]): Issue => ({
	code,
	...(field === undefined ? {} : {field}),
	...(params === undefined ? {} : {params}),
	blocks,
});
