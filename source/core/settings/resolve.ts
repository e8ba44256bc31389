import type {EngineChoice} from '../engines/choice.ts';
import type {Language, Settings} from './stored.ts';

/** Where a value comes from; the first that has one wins, in this order. */
export type Source = 'flag' | 'environment' | 'settings' | 'default';

export type Sourced<Value> = {readonly value: Value; readonly source: Source};

export type Flags = {
	readonly language?: Language | undefined;
	readonly engine?: EngineChoice | undefined;
	readonly endpoint?: string | undefined;
};

export type ResolvedSettings = {
	readonly language: Sourced<Language>;
	readonly engine: Sourced<EngineChoice | undefined>;
	readonly endpoint: Sourced<string | undefined>;
	readonly key: Sourced<string | undefined>;
	readonly secret: Sourced<string | undefined>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Each value with its source: flag, environment, settings, default. Blank counts as not set. */
export function resolveSettings(flags: Flags, env: Environment, settings: Settings): ResolvedSettings {
	return {
		language: first(flags.language, languageNamed(env.PASSPORT_OCR_LANG), settings.language, systemLanguage(env)),
		engine: first(flags.engine, undefined, settings.engine, undefined),
		endpoint: first(trimmed(flags.endpoint), trimmed(env.PASSPORT_OCR_ENDPOINT), settings.endpoint, undefined),
		key: first(undefined, trimmed(env.PASSPORT_OCR_KEY), settings.credentials?.key, undefined),
		secret: first(undefined, trimmed(env.PASSPORT_OCR_SECRET), settings.credentials?.secret, undefined),
	};
}

function first<Value>(
	flag: Value | undefined,
	environment: Value | undefined,
	settings: Value | undefined,
	fallback: Value,
): Sourced<Value> {
	if (flag !== undefined) return {value: flag, source: 'flag'};
	if (environment !== undefined) return {value: environment, source: 'environment'};
	if (settings !== undefined) return {value: settings, source: 'settings'};
	return {value: fallback, source: 'default'};
}

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** `zh`, `zh_CN.UTF-8`, `zh-Hans-SG`; English for `en_…` and `C`; undefined for a language that there is no text in. */
function languageNamed(locale: string | undefined): Language | undefined {
	const [, language] = /^(zh|en|C|POSIX)(?:[-_.@]|$)/i.exec(locale?.trim() ?? '') ?? [];
	if (!language) return undefined;
	return language.toLowerCase() === 'zh' ? 'zh' : 'en';
}

/** POSIX order; Windows sets none of these, there the locale of the runtime speaks. */
function systemLanguage(env: Environment): Language {
	const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
	return languageNamed(locale) ?? 'en';
}
