import {cleanText} from '../core/clean-text.ts';
import type {Reason} from '../core/passport/passport.ts';
import {type Language, messages} from '../text/index.ts';

/** A reason in three or four words. Its parameters come from pictures: they are cleaned like any foreign text. */
export const sayShort = (language: Language, {code, params = {}}: Reason): string =>
	cleanText(messages(language).reasons[code].short(params));

/** A reason as a sentence. */
export const sayReason = (language: Language, {code, params = {}}: Reason): string =>
	cleanText(messages(language).reasons[code].sentence(params));
