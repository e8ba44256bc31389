import {en} from './en/index.ts';
import {zh} from './zh/index.ts';

/** Every word the person reads. Derived from English, so that another language must be complete to compile. */
export type Messages = typeof en;

export type Language = 'en' | 'zh';

export const languages: readonly Language[] = ['en', 'zh'];

export const messages = (language: Language): Messages => (language === 'zh' ? zh : en);

export const isLanguage = (text: string | undefined): text is Language => languages.includes(text as Language);

/** The language of the environment by POSIX precedence (LC_ALL, LC_MESSAGES, LANG); anything unknown is English. */
export function guessLanguage(env: Readonly<Record<string, string | undefined>>): Language {
	const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
	return /^zh/i.test(locale) ? 'zh' : 'en';
}
