import {calendarDay} from '../core/calendar-day.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {judge} from '../core/passport/judge.ts';
import {parseMrz} from '../core/passport/parse.ts';
import type {Issue, Passport} from '../core/passport/passport.ts';
import {flatMembers} from '../core/records/flat.ts';
import {jsonText} from '../core/records/json-text.ts';
import {evidenceJson, jsonVersion} from '../core/records/to-json.ts';
import type {Messages} from '../text/index.ts';
import type {Command} from './context.ts';
import {flag, text} from './parse.ts';
import {readText} from './read-text.ts';
import {reasonText} from './reason-text.ts';
import {passportTable} from './table.ts';

/** `validate`: judges the lines of a machine-readable zone that are given as words or on standard input. */
export const validate: Command = async context => {
	const {args, stdin, messages, language, now, out, say} = context;
	if (args.words.length === 0 && stdin.isTTY) {
		throw new AppError('USAGE', {problem: 'needs', option: 'LINE1 LINE2', for: 'validate'});
	}

	const given = args.words.length > 0 ? args.words.join('\n') : await readText('-', stdin);
	const {reading, notes} = parseMrz(given);
	const asTable = text(args, 'output-format') === 'table';
	if (!reading) {
		const sentences = notes.map(note => reasonText(note, messages).sentence);
		for (const sentence of sentences) say(sentence);
		if (!asTable) out(`${jsonText(refusal(sentences))}\n`);
		return exitCodes.noUsableInput;
	}

	const judged = judge(reading, {today: calendarDay(now())});
	const passport = {...judged, issues: [...notes, ...judged.issues]};
	out(asTable ? passportTable(passport, language, messages) : `${jsonText(validationJson(passport, messages))}\n`);
	return flag(args, 'strict') && passport.status !== 'clean' ? exitCodes.mustLook : exitCodes.ok;
};

const refusal = (sentences: readonly string[]) => ({
	success: false,
	error_code: 'NO_PASSPORT_FOUND',
	error_message: sentences.join(' '),
	next_steps: [],
});

/** The object of `recognize`, less what only a picture has. */
function validationJson(passport: Passport, messages: Messages): unknown {
	const {shape, lines, status, issues, fields} = passport;
	return {
		success: true,
		...flatMembers(passport),
		passport_ocr: {
			version: jsonVersion,
			status,
			shape,
			lines,
			evidence: Object.fromEntries(fields.map(field => [field.key, evidenceJson(field)])),
			issues: issues.map((issue: Issue) => ({...issue, message: reasonText(issue, messages).sentence})),
		},
	};
}
