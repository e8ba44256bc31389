import * as z from 'zod/mini';
import {type ErrorCode, errorCodes} from '../core/errors.ts';
import {defaultColumns} from '../core/export/columns.ts';
import type {TextVerdict} from '../core/passport/judge/as-given.ts';
import type {FieldKey} from '../core/passport/model/fields.ts';
import {serviceFields} from '../core/passport/printed/service-fields.ts';
import {issue, ownMember} from '../core/records/json/schema.ts';
import {legacyMembers} from '../core/records/legacy/keys.ts';
import {messages} from '../text/index.ts';

const names = <Value extends string>(all: Readonly<Record<Value, unknown>>) => z.enum(Object.keys(all) as Value[]);

const {exported, serviceLabels} = messages('en');

const validity = names(exported.validity);

/** Flat members, all text: those of every result, then what only a service or the printed text has. */
const flatKeys = [
	...Object.keys(legacyMembers({fields: [], lines: ['', '']} as never)),
	...serviceFields.map(({key}) => key),
];
const flat = Object.fromEntries(flatKeys.map(key => [key, z.optional(z.string())]));

const {document, evidence, shape, lines, status, version} = ownMember.shape;
const said = z.array(z.extend(issue, {message: z.string()}));

const result = z.looseObject({
	success: z.literal(true),
	...flat,
	recognized_at: z.string(),
	source_image: z.string(),
	passport_ocr: z.extend(ownMember, {validity, issues: said}),
});

/** Codes grow with the program. */
const errorKind = z.string() as unknown as z.ZodMiniType<ErrorCode, string>;

const failure = z.looseObject({
	success: z.literal(false),
	error_code: z.string(),
	error_kind: errorKind,
	error_message: z.string(),
	next_steps: z.array(z.string()),
	source_image: z.optional(z.string()),
	source_line: z.optional(z.number()),
});

const digitVerdict = z.enum(['verified', 'refuted', 'not printed']);
const verdict = names<TextVerdict>({consistent: true, doubtful: true, contradicted: true});

const validation = z.looseObject({
	success: z.literal(true),
	...flat,
	source_line: z.optional(z.number()),
	passport_ocr: z.looseObject({
		version,
		status,
		verdict,
		repairs: z.array(z.object({field: z.string(), from: z.string(), to: z.string()})),
		validity,
		document,
		shape,
		lines,
		check_digits: z.array(
			z.looseObject({name: z.string(), printed: z.string(), expected: z.string(), verdict: digitVerdict}),
		),
		evidence,
		issues: said,
	}),
});

const brief = z.looseObject({
	file: z.string(),
	status: z.enum(['clean', 'check', 'refused', 'failed', 'not-read']),
	error_kind: z.optional(errorKind),
	error_code: z.optional(z.string()),
	levels: z.optional(z.record(z.string(), z.string())),
	document,
	validity: z.optional(validity),
	review: z.optional(z.string()),
	issues: z.optional(z.array(z.string())),
	why: z.optional(z.string()),
});

/** Columns whose value in JSON is not text. */
const columnTypes: Readonly<Record<string, z.ZodMiniType>> = {
	no: z.number(),
	age: z.union([z.number(), z.literal('')]),
	days_left: z.union([z.number(), z.literal('')]),
	issues: z.array(z.string()),
	validity,
};

const row = z.looseObject(
	Object.fromEntries(
		defaultColumns.map(({key, optional}) => {
			const type = columnTypes[key] ?? z.string();
			return [key, optional ? z.optional(type) : type];
		}),
	),
);

const oneOrMany = (...one: readonly [z.ZodMiniType, z.ZodMiniType]) => z.union([...one, z.array(z.union(one))]);

const schemas = {
	recognize: oneOrMany(result, failure),
	brief,
	validate: oneOrMany(validation, failure),
	export: z.array(row),
	error: failure,
} as const satisfies Readonly<Record<string, z.ZodMiniType>>;

export type SchemaName = keyof typeof schemas;

const titles: Readonly<Record<SchemaName, string>> = {
	recognize: 'What recognize prints as json; with ndjson one of the objects a line. With --fields a part of it.',
	brief: 'A line of recognize --output-format brief, with the asked values under their short names.',
	validate: 'What validate prints as json; with ndjson one of the objects a line.',
	export: 'What export --format json writes with its default columns.',
	error: 'What could not be read.',
};

const labels: Readonly<Record<string, string>> = {
	...Object.fromEntries(defaultColumns.map(({key, head}) => [key, head(exported)])),
	...Object.fromEntries(flatKeys.map(key => [key, exported.fields[key as FieldKey] ?? serviceLabels[key] ?? key])),
	validity: exported.columns.validity,
	error_kind: `One of ${errorCodes.join(', ')}; later versions may have more.`,
	error_code: 'The number of the service, where it gave one; else as error_kind.',
};

type JsonSchema = Record<string, unknown> & {
	properties?: Record<string, Record<string, unknown>>;
	propertyNames?: {enum?: unknown};
};

/** What is printed under a name, as a JSON Schema (draft 2020-12), made from the schemas of the code. */
export function schemaOf(name: SchemaName): unknown {
	const schema = z.toJSONSchema(schemas[name], {
		// Members that are added later must not make a result invalid.
		io: 'input',
		override: ({jsonSchema}) => {
			const json = jsonSchema as JsonSchema;
			delete json.default;
			if (json.propertyNames?.enum) json.propertyNames = {type: 'string', examples: json.propertyNames.enum} as object;
			for (const [key, property] of Object.entries(json.properties ?? {})) {
				if (labels[key] !== undefined && property.title === undefined) property.title = labels[key];
			}
		},
	});
	const {$schema, ...rest} = schema;
	return {$schema, title: titles[name], ...rest};
}

/** All of them, by name. */
export const allSchemas = (): unknown =>
	Object.fromEntries((Object.keys(schemas) as SchemaName[]).map(name => [name, schemaOf(name)]));
