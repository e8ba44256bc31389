// zod/mini: the whole of zod costs a tenth of a second at every start.
import * as z from 'zod/mini';
import {type DocumentShape, documentClasses, type EngineName} from '../../passport/model/document.ts';
import {type FieldKey, fields} from '../../passport/model/fields.ts';
import type {DigitName} from '../../passport/model/layouts.ts';
import type {Alternative, Level, ReasonCode, Status} from '../../passport/model/passport.ts';
import type {ReviewDecision} from '../record.ts';
import {jsonVersion} from './json-version.ts';

const fieldKeys = fields.map(field => field.key) as [FieldKey, ...FieldKey[]];

/** Codes grow with the program; one that this version does not know is kept and has no sentence. */
const reasonCode = z.string().check(z.regex(/^[a-z0-9-]+$/)) as unknown as z.ZodMiniType<ReasonCode, string>;
const words = z.string().check(z.regex(/^[a-z0-9 ]+$/));
const params = z.record(z.string(), z.union([z.string(), z.number()]));

/**
 * The values of a union, every one: a value that is missing here would make this program's own files unreadable to it.
 */
const allOf = <Value extends string>(all: Readonly<Record<Value, true>>) => Object.keys(all) as [Value, ...Value[]];

const levels = allOf<Level>({verified: true, supported: true, unverified: true, refuted: true});
const namePattern = /^[\w.+-]+$/;

/** A later version may know more of these: what is not known here is kept, and shown as it is. */
const name = <Value extends string>() =>
	z.string().check(z.regex(namePattern)) as unknown as z.ZodMiniType<Value, string>;

/** Whether a value may be a name that a later version knows. */
export const isName = (value: unknown): boolean => typeof value === 'string' && namePattern.test(value);

const statuses = allOf<Status>({clean: true, check: true, refused: true});
const shapes = allOf<DocumentShape>({TD3: true, TD2: true, TD1: true, 'MRV-A': true, 'MRV-B': true});
const digitNames = allOf<DigitName>({number: true, birth: true, expiry: true, optional: true, composite: true});
const states = allOf<ReviewDecision>({unreviewed: true, accepted: true, edited: true, rejected: true});

const evidence = z.object({
	// A level that is not known proves nothing.
	level: z.catch(z.enum(levels), 'unverified'),
	by: z.array(words),
	params: z.optional(z.record(z.string(), params)),
	value: z.string(),
	read: z.string(),
	repaired_from: z.optional(z.string()),
	printed: z.optional(z.object({text: z.string(), margin: z.optional(z.number()), source: z.optional(z.string())})),
	alternatives: z.optional(
		z.array(
			z.object({
				value: z.string(),
				source: name<Alternative['source']>(),
				digits: z.catch(
					z.optional(z.partialRecord(z.enum(digitNames), z.string().check(z.regex(/^[0-9<]$/)))),
					undefined,
				),
			}),
		),
	),
});

export const issue = z.object({
	code: reasonCode,
	field: z.catch(z.optional(z.enum(fieldKeys)), undefined),
	params: z.optional(params),
	blocks: z.boolean(),
});

const review = z.object({
	// A state that is not known is none of this version's decisions.
	state: z.catch(z.enum(states), 'unreviewed'),
	at: z.optional(z.string()),
	edits: z.partialRecord(z.enum(fieldKeys), z.object({from: z.string(), to: z.string()})),
	confirmed: z.array(z.enum(fieldKeys)),
});

const number = z.number().check(z.nonnegative());
/** A line may begin a little outside of its picture. */
const point = z.tuple([z.number(), z.number()]);

const box = z.object({from: point, to: point, height: number});

const geometry = z.object({
	page: z.object({width: number, height: number}),
	lines: z.array(
		z.object({
			from: point,
			to: point,
			pitch: number,
			path: z.optional(z.array(point)),
			mirrored: z.optional(z.boolean()),
		}),
	),
	printed: z.partialRecord(z.enum(fieldKeys), box),
	/** An earlier version kept the places of printed values under the service's keys. */
	members: z.optional(z.record(z.string(), z.extend(box, {margin: z.optional(z.number())}))),
});

const engineFailure = z.object({
	engine: name<EngineName>(),
	engine_version: z.string(),
	failed_at: z.string(),
	code: z.string().check(z.regex(/^[A-Z0-9_-]+$/)),
	details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

export type EngineFailureJson = z.infer<typeof engineFailure>;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Our own member of a sidecar. */
export const ownMember = z.object({
	version: z.literal(jsonVersion),
	engine: name<EngineName>(),
	engine_version: z.string(),
	image_sha256: sha256,
	// Only for not hashing the picture again.
	image_bytes: z.catch(z.optional(z.number()), undefined),
	image_modified: z.catch(z.optional(z.string()), undefined),
	recognized_at: z.string(),
	status: z.catch(z.enum(statuses), 'check'),
	/** What the shape says, in a word, of what is no passport. */
	document: z.catch(z.optional(z.enum(documentClasses)), undefined),
	shape: z.enum(shapes),
	lines: z.array(z.string()),
	issued: z.optional(z.string()),
	evidence: z.partialRecord(z.enum(fieldKeys), evidence),
	issues: z.array(issue),
	review,
	// Only for showing the picture: what is wrong with it must not cost the reading.
	geometry: z.catch(z.optional(geometry), undefined),
	answer: z.optional(z.record(z.string(), z.string())),
	// Only for not asking an engine again.
	failures: z.catch(z.optional(z.array(engineFailure)), undefined),
	/** Further passports and pages of the same picture, each an object as the whole file is. */
	others: z.optional(z.unknown()),
});

/** Our own member of a sidecar of a picture that could not be read. */
export const failedMember = z.object({
	version: z.literal(jsonVersion),
	image_sha256: sha256,
	failures: z.array(engineFailure).check(z.minLength(1)),
});

/** Any file of this program. Of a picture that could not be read `success` is false. */
export const ownObject = z.looseObject({passport_ocr: z.looseObject({})});
