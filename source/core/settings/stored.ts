import * as z from 'zod/mini';
import {type EngineChoice, engineChoices} from '../engines/choice.ts';
import type {Credentials} from '../engines/engine.ts';
import type {OwnKeys} from './own-keys.ts';
import {type Theme, themes} from './theme.ts';

export type Language = 'en' | 'zh';

/** How heads and values of a list are written, where a person chose it. */
export type StoredStyle = {
	readonly header?: 'en' | 'zh' | 'both' | undefined;
	readonly names?: 'mrz' | 'printed' | 'title' | undefined;
	readonly countries?: 'code' | 'name' | undefined;
	/** The optional data of the MRZ. */
	readonly optional?: 'masked' | 'full' | undefined;
	/** Pictures of the page and the portrait in each row. */
	readonly photos?: boolean | undefined;
	/** Between the values of a CSV file. */
	readonly delimiter?: 'comma' | 'semicolon' | 'tab' | undefined;
	/** In a CSV file, what Excel changes is kept from it. */
	readonly excelSafe?: boolean | undefined;
	/** Families, and the passports of a person, are side by side. */
	readonly families?: boolean | undefined;
};

/** How the last export was made, so that the next one needs no dialog. */
export type LastExport = {
	/** Of the registry of formats; a later version may know others. */
	readonly format: string;
	readonly columns?: readonly string[] | undefined;
	readonly dates?: 'iso' | 'slash' | 'month' | undefined;
	/** A preset of columns, or a set that was saved by name. */
	readonly set?: string | undefined;
	/** A form that comes with the program, or its file. */
	readonly form?: string | undefined;
	/** In airline lines. */
	readonly letters?: 2 | 3 | undefined;
	readonly singleName?: string | undefined;
} & StoredStyle;

/** What was given for forms, by the names of forms and values. */
export type StoredForms = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Columns that were saved under a name, and how they are written. A later version may know other keys. */
export type StoredColumns = StoredStyle & {
	readonly columns: readonly {readonly key: string; readonly head?: string | undefined}[];
	readonly dates?: 'iso' | 'slash' | 'month' | undefined;
};

/** What the settings file holds. */
export type Settings = {
	readonly language?: Language;
	readonly engine?: EngineChoice;
	/** False: the engine of this computer reads the MRZ alone. */
	readonly visual?: boolean;
	readonly credentials?: Credentials;
	/** The key whose secret is in the keychain of the system. */
	readonly keychainKey?: string;
	/** False: the secret stays in this file, also where there is a keychain. */
	readonly keychain?: boolean;
	readonly endpoint?: string;
	readonly lastExport?: LastExport;
	/** By their names. */
	readonly columnSets?: Readonly<Record<string, StoredColumns>>;
	readonly forms?: StoredForms;
	readonly theme?: Theme;
	readonly keys?: OwnKeys;
	/** The app takes clicks and the wheel. */
	readonly mouse?: boolean;
	/** Colours of the person, as `parseColours` reads them. */
	readonly colours?: string;
	/** Usual values of options, by their names. A later version may store others. */
	readonly defaults?: Readonly<Partial<Record<string, string>>>;
};

const text = z.string().check(z.trim(), z.minLength(1));

const storedStyle = {
	header: z.optional(z.enum(['en', 'zh', 'both'])),
	names: z.optional(z.enum(['mrz', 'printed', 'title'])),
	countries: z.optional(z.enum(['code', 'name'])),
	optional: z.optional(z.enum(['masked', 'full'])),
	photos: z.optional(z.boolean()),
	delimiter: z.optional(z.enum(['comma', 'semicolon', 'tab'])),
	excelSafe: z.optional(z.boolean()),
	families: z.optional(z.boolean()),
};

const storedDates = z.optional(z.enum(['iso', 'slash', 'month']));

const members = {
	language: z.enum(['en', 'zh']),
	engine: z.enum(engineChoices),
	visual: z.boolean(),
	credentials: z.object({key: text, secret: text}),
	keychainKey: text,
	keychain: z.boolean(),
	endpoint: text,
	lastExport: z.object({
		format: z.string(),
		columns: z.optional(z.array(z.string())),
		dates: storedDates,
		set: z.optional(z.string()),
		form: z.optional(z.string()),
		letters: z.optional(z.literal([2, 3])),
		singleName: z.optional(z.string()),
		...storedStyle,
	}),
	forms: z.record(z.string(), z.record(z.string(), z.string())),
	columnSets: z.record(
		z.string(),
		z.object({
			columns: z.array(z.object({key: z.string(), head: z.optional(z.string())})),
			dates: storedDates,
			...storedStyle,
		}),
	),
	theme: z.enum(themes),
	mouse: z.boolean(),
	keys: z.record(z.string(), z.array(text)),
	colours: text,
	defaults: z.record(z.string(), z.string()),
} as const satisfies Record<keyof Settings, z.ZodMiniType>;

/** Names of members that this version knows and whose values it cannot use. */
export const unfitMembers = (stored: Readonly<Record<string, unknown>>): readonly string[] =>
	Object.entries(members).flatMap(([name, schema]) =>
		stored[name] === undefined || schema.safeParse(stored[name]).success ? [] : [name],
	);

/** The members that are what they should be: one that is not, say of a later version, does not take the others with it. */
export function toSettings(stored: Readonly<Record<string, unknown>>): Settings {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, schema]) => {
			const parsed = schema.safeParse(stored[name]);
			return parsed.success ? [[name, parsed.data]] : [];
		}),
	);
}
