import {issueDateOf} from '../../passport/judge/passport-status.ts';
import type {Validity} from '../../passport/judge/validity.ts';
import {formatDate} from '../../passport/model/dates.ts';
import {documentClassOf} from '../../passport/model/document.ts';
import type {FieldValue, Issue, Reason} from '../../passport/model/passport.ts';
import {recordMembers, sourceImage} from '../legacy/keys.ts';
import {legacyVersion} from '../legacy/record.ts';
import {originalWords} from '../legacy/words.ts';
import type {Failure, PassportRecord} from '../record.ts';
import {legacyTime} from '../time.ts';
import {engineFailureJson} from './failed-json.ts';
import {jsonVersion} from './json-version.ts';

/** One object a picture, as `recognize` prints it and a sidecar keeps it (the commands' contract). */
export type RecordJson = {readonly success: true; readonly [member: string]: unknown};

export type FailureJson = {
	readonly success: false;
	/** The service's own number, where it gave one; else as `error_kind`. */
	readonly error_code: string;
	/** Our name for it, the same for every engine. */
	readonly error_kind: string;
	readonly error_message: string;
	readonly next_steps: readonly string[];
	readonly source_image: string;
};

/** Reason codes read as words in the file: `check-digit` is `check digit`. No code has a space. */
const toWords = (code: string): string => code.replaceAll('-', ' ');

/**
 * @param message Says an issue in a person's language; without it issues carry their codes only.
 * @param validity On the day it is printed; never kept, because it is another one the day after.
 */
export function toJson(record: PassportRecord, message?: (issue: Issue) => string, validity?: Validity): RecordJson {
	const {passport, review} = record;
	const issued = issueDateOf(passport.fields);
	return {
		success: true,
		// A file of the original skill keeps its words, so that its own programs read it as before.
		...(record.engineVersion === legacyVersion ? originalWords(record) : recordMembers(record)),
		recognized_at: legacyTime(record.recognizedAt),
		source_image: sourceImage(record.path),
		passport_ocr: {
			version: jsonVersion,
			engine: record.engine,
			engine_version: record.engineVersion,
			image_sha256: record.sha256,
			...(record.file ? {image_bytes: record.file.bytes, image_modified: isoMoment(record.file.modified)} : {}),
			recognized_at: record.recognizedAt,
			status: passport.status,
			...(validity ? {validity} : {}),
			// Passports go without: programs that read them know nothing else.
			...(passport.shape === 'TD3' ? {} : {document: documentClassOf(passport.shape)}),
			shape: passport.shape,
			lines: passport.lines,
			...(issued === undefined ? {} : {issued: formatDate(issued)}),
			evidence: {
				...Object.fromEntries(passport.fields.map(field => [field.key, evidenceJson(field)])),
				...record.later?.evidence,
			},
			issues: passport.issues.map(issue => ({...issue, ...(message ? {message: message(issue)} : {})})),
			review,
			...(record.geometry ? {geometry: record.geometry} : {}),
			...(record.answer ? {answer: record.answer} : {}),
			...record.later?.members,
			...(record.failures ? {failures: record.failures.map(engineFailureJson)} : {}),
		},
	};
}

const isoMoment = (time: number): string => new Date(time).toISOString();

/** A field of `passport_ocr.evidence`. */
export function evidenceJson({value, raw, evidence, repairedFrom, alternatives, printed}: FieldValue) {
	const params = paramsJson(evidence.reasons);
	return {
		level: evidence.level,
		by: evidence.reasons.map(reason => toWords(reason.code)),
		...(Object.keys(params).length === 0 ? {} : {params}),
		value,
		read: raw,
		...(repairedFrom === undefined ? {} : {repaired_from: repairedFrom}),
		...(alternatives.length === 0 ? {} : {alternatives}),
		...(printed ? {printed: {...printed}} : {}),
	};
}

const paramsJson = (reasons: readonly Reason[]) =>
	Object.fromEntries(reasons.flatMap(({code, params}) => (params ? [[toWords(code), params]] : [])));

/** The service's own number, where it gave one. */
export const errorCodeOf = ({code, details}: Failure): string =>
	typeof details.status === 'string' ? details.status : code;

/**
 * What is printed for a picture that could not be read. The words are the caller's: core has none. `error_code` is the
 * service's own number, where it gave one, as with the original skill.
 */
export const failureToJson = (failure: Failure, message: string, nextSteps: readonly string[]): FailureJson => ({
	success: false,
	error_code: errorCodeOf(failure),
	error_kind: failure.code,
	error_message: message,
	next_steps: nextSteps,
	source_image: sourceImage(failure.path),
});
