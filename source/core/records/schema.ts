// zod/mini: the whole of zod costs a tenth of a second at every start.
import * as z from 'zod/mini';
import type {EngineId} from '../engines/engine.ts';
import {type FieldKey, fields} from '../passport/fields.ts';
import type {Alternative, Level, ReasonCode, Status} from '../passport/passport.ts';
import type {DocumentShape} from '../passport/reading.ts';
import type {ReviewState} from './record.ts';
import {jsonVersion} from './to-json.ts';

const fieldKeys = fields.map(field => field.key) as [FieldKey, ...FieldKey[]];

/** Codes grow with the program; one that this version does not know is kept and has no sentence. */
const reasonCode = z.string().check(z.regex(/^[a-z0-9-]+$/)) as unknown as z.ZodMiniType<ReasonCode, string>;
const words = z.string().check(z.regex(/^[a-z0-9 ]+$/));
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const levels = ['verified', 'supported', 'unverified', 'refuted'] as const satisfies readonly Level[];
const statuses = ['clean', 'check', 'refused'] as const satisfies readonly Status[];
const shapes = ['TD3', 'TD2', 'TD1', 'MRV-A', 'MRV-B'] as const satisfies readonly DocumentShape[];
const engines = ['offline', 'xiangyun'] as const satisfies readonly EngineId[];
const states = ['unreviewed', 'accepted', 'edited', 'rejected'] as const satisfies readonly ReviewState[];
const sources = [
	'offline',
	'xiangyun',
	'person',
	'mrz',
	'repair',
	'printed',
] as const satisfies readonly Alternative['source'][];

const evidence = z.object({
	level: z.enum(levels),
	by: z.array(words),
	params: z.optional(z.record(z.string(), params)),
	value: z.string(),
	read: z.string(),
	repaired_from: z.optional(z.string()),
	alternatives: z.optional(z.array(z.object({value: z.string(), source: z.enum(sources)}))),
});

const issue = z.object({
	code: reasonCode,
	field: z.optional(z.enum(fieldKeys)),
	params: z.optional(params),
	blocks: z.boolean(),
});

const review = z.object({
	state: z.enum(states),
	at: z.optional(z.string()),
	edits: z.partialRecord(z.enum(fieldKeys), z.object({from: z.string(), to: z.string()})),
	confirmed: z.array(z.enum(fieldKeys)),
});

/** Our own member of a sidecar. */
export const ownMember = z.object({
	version: z.literal(jsonVersion),
	engine: z.enum(engines),
	engine_version: z.string(),
	image_sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	recognized_at: z.string(),
	status: z.enum(statuses),
	shape: z.enum(shapes),
	lines: z.array(z.string()),
	evidence: z.partialRecord(z.enum(fieldKeys), evidence),
	issues: z.array(issue),
	review,
});

/** Any sidecar: the original skill's has nothing but `success` and text. */
export const sidecarObject = z.looseObject({success: z.literal(true)});
