import type * as z from 'zod/mini';

type Guard = (value: unknown) => boolean;

/** What zod keeps of a schema (zod.dev, "Zod Core": `_zod.def`), of the kinds that are used here. */
type Def = {
	readonly type: string;
	readonly checks?: readonly {readonly _zod: {readonly def: Check}}[];
	readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
	readonly element?: z.core.$ZodType;
	readonly innerType?: z.core.$ZodType;
	readonly keyType?: z.core.$ZodType;
	readonly valueType?: z.core.$ZodType;
	readonly options?: readonly z.core.$ZodType[];
	readonly items?: readonly z.core.$ZodType[];
	readonly entries?: Readonly<Record<string, string>>;
	readonly values?: readonly unknown[];
};

type Check = {
	readonly check: string;
	readonly pattern?: RegExp;
	readonly value?: number;
	readonly inclusive?: boolean;
	readonly minimum?: number;
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;

/**
 * Returns whether a value is in the shape of a schema to the letter: zod would return it as it is, with nothing left out,
 * put right or added. Takes a tenth of the time, because it makes nothing. False says only that zod must be asked.
 */
export function exactly<Schema extends z.core.$ZodType>(schema: Schema): (value: unknown) => value is z.output<Schema> {
	return guardOf(schema) as (value: unknown) => value is z.output<Schema>;
}

function guardOf(schema: z.core.$ZodType): Guard {
	const def = defOf(schema);
	const guard = plainGuard(def);
	const checks = (def.checks ?? []).map(({_zod}) => checkOf(_zod.def));
	if (checks.length === 0) return guard;
	return value => guard(value) && checks.every(check => check(value));
}

function plainGuard(def: Def): Guard {
	switch (def.type) {
		case 'string':
			return value => typeof value === 'string';
		case 'number':
			return Number.isFinite;
		case 'boolean':
			return value => typeof value === 'boolean';
		case 'unknown':
			return () => true;
		case 'literal':
			return oneOf(def.values!);
		case 'enum':
			return oneOf(Object.values(def.entries!));
		case 'union': {
			const options = def.options!.map(guardOf);
			return value => options.some(option => option(value));
		}
		// What is put right is not exact, and JSON has nothing that is undefined.
		case 'catch':
		case 'optional':
			return guardOf(def.innerType!);
		case 'array':
			return arrayGuard(guardOf(def.element!));
		case 'tuple': {
			const items = def.items!.map(guardOf);
			return value =>
				Array.isArray(value) && value.length === items.length && items.every((item, index) => item(value[index]));
		}
		case 'record':
			return recordGuard(guardOf(def.keyType!), guardOf(def.valueType!));
		case 'object':
			return objectGuard(def.shape!);
		default:
			return () => false;
	}
}

const oneOf = (values: readonly unknown[]): Guard => {
	const known = new Set(values);
	return value => known.has(value);
};

const arrayGuard =
	(element: Guard): Guard =>
	value => {
		if (!Array.isArray(value)) return false;
		for (let index = 0; index < value.length; index++) if (!element(value[index])) return false;
		return true;
	};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const recordGuard =
	(key: Guard, item: Guard): Guard =>
	value => {
		if (!isObject(value)) return false;
		for (const name in value) if (name === '__proto__' || !key(name) || !item(value[name])) return false;
		return true;
	};

function objectGuard(shape: Readonly<Record<string, z.core.$ZodType>>): Guard {
	const members = new Map(Object.entries(shape).map(([name, schema]) => [name, guardOf(schema)]));
	const isRequired = ([, schema]: readonly [string, z.core.$ZodType]) => !isOptional(schema);
	const required = Object.entries(shape)
		.filter(isRequired)
		.map(([name]) => name);
	return value => {
		if (!isObject(value)) return false;
		for (const name in value) if (!members.get(name)?.(value[name])) return false;
		for (let index = 0; index < required.length; index++) if (!(required[index]! in value)) return false;
		return true;
	};
}

/** May be left out. What is put right where it is absent is not exact without it. */
function isOptional(schema: z.core.$ZodType): boolean {
	const {type, innerType} = defOf(schema);
	return type === 'optional' || (type === 'catch' && isOptional(innerType!));
}

function checkOf({check, pattern, value, inclusive, minimum}: Check): Guard {
	if (check === 'string_format' && pattern) return text => pattern.test(text as string);
	if (check === 'greater_than' && inclusive) return number => (number as number) >= value!;
	if (check === 'min_length') return list => (list as readonly unknown[]).length >= minimum!;
	return () => false;
}
