import {cleanValues} from '../../clean-text.ts';
import {sourceImage} from '../legacy/keys.ts';
import type {EngineFailure, FailedPicture} from '../record.ts';
import {legacyTime} from '../time.ts';
import {jsonVersion} from './json-version.ts';
import {type EngineFailureJson, failedMember, ownObject} from './schema.ts';

export type FailedSidecar = {
	readonly kind: 'failed';
	readonly source: string | undefined;
	readonly sha256: string;
	/** At least one; the latest is the last. */
	readonly failures: readonly EngineFailure[];
	/** As in a sidecar with a record. */
	readonly json: unknown;
};

/** Written by this program, but no longer whole, or no result of a picture: `ofText` is what `validate` printed. */
export type BrokenSidecar = {readonly kind: 'broken'; readonly source: string | undefined; readonly ofText?: true};

/** A judged text has check digits and no picture. */
export const isOfText = (own: unknown): boolean =>
	own instanceof Object && 'check_digits' in own && 'verdict' in own && !('image_sha256' in own);

/** Written by a later version of this program in a form that this one does not know. */
export type LaterSidecar = {readonly kind: 'later'; readonly source: string | undefined};

export const engineFailureJson = ({
	engine,
	engineVersion,
	failedAt,
	code,
	details: {path: _, ...details},
}: EngineFailure): EngineFailureJson => ({
	engine,
	engine_version: engineVersion,
	failed_at: failedAt,
	code,
	details: Object.fromEntries(
		Object.entries(details).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
	),
});

export const engineFailure = ({
	engine,
	engine_version,
	failed_at,
	code,
	details,
}: EngineFailureJson): EngineFailure => ({
	engine,
	engineVersion: engine_version,
	failedAt: failed_at,
	code,
	details,
});

/** What is kept of a picture that could not be read. Readers of the original skill find its keys of a failure. */
export function failedToJson({path, sha256, failures}: FailedPicture): unknown {
	const last = failures.at(-1)!;
	const {status, message} = last.details;
	return {
		success: false,
		error_code: typeof status === 'string' ? status : last.code,
		error_message: typeof message === 'string' ? message : last.code,
		recognized_at: legacyTime(last.failedAt),
		source_image: sourceImage(path),
		passport_ocr: {version: jsonVersion, image_sha256: sha256, failures: failures.map(engineFailureJson)},
	};
}

/** The reverse; undefined when this program did not write it. A result without its `success` is broken. */
export function failedFromJson(json: unknown): FailedSidecar | BrokenSidecar | LaterSidecar | undefined {
	const object = ownObject.safeParse(json);
	if (!object.success) return undefined;
	const {source_image: named, passport_ocr: own} = object.data;
	const source = typeof named === 'string' ? sourceImage(named) : undefined;
	if (typeof own.version === 'number' && own.version > jsonVersion) return {kind: 'later', source};
	const ours = failedMember.safeParse(cleanValues(own));
	if (!ours.success || 'evidence' in own) return own.version === jsonVersion ? {kind: 'broken', source} : undefined;
	const {image_sha256: sha256, failures} = ours.data;
	return {kind: 'failed', source, sha256, failures: failures.map(engineFailure), json};
}
