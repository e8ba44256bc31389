import {en} from './en/index.ts';
import {zh} from './zh/index.ts';

/** Every word the person reads. Derived from English, so that another language must be complete to compile. */
export type Messages = typeof en;

export type Language = 'en' | 'zh';

export const languages: readonly Language[] = ['en', 'zh'];

export const messages = (language: Language): Messages => (language === 'zh' ? zh : en);

export const isLanguage = (text: string | undefined): text is Language => languages.includes(text as Language);
