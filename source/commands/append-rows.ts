import type {Context} from '../command-line/context.ts';
import {cleanText} from '../core/clean-text.ts';
import type {AppendOptions} from '../core/export/append/append.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {messages as messagesIn} from '../text/index.ts';

/** Lines about rows that are said one by one. */
const mostLines = 20;

/** Adds to a list those who are not in it, and says of whom it says something else. */
export async function appendRows(
	records: Iterable<PassportRecord>,
	options: Omit<AppendOptions, 'languages'>,
	{messages, say, warn}: Context,
): Promise<void> {
	const words = messages.commands.export;
	const languages = [messagesIn('en').exported, messagesIn('zh').exported];
	const {appendExport} = await import('../core/export/append/append.ts');
	const {path, added, listed, differing, others} = await appendExport(records, {...options, languages});
	const lines = [
		...others.map(({row, name, listed: old, read, isNewer}) =>
			words.otherPassport(row, cleanText(name), cleanText(old), cleanText(read), isNewer),
		),
		...differing.map(({row, name, fields}) => {
			const values = fields.map(({field, listed: old, read}) =>
				words.differs(messages.exported.fields[field], cleanText(old), cleanText(read)),
			);
			return words.differing(row, cleanText(name), values.join(messages.exported.semicolon));
		}),
	];
	for (const line of lines.slice(0, mostLines)) warn(line);
	if (lines.length > mostLines) warn(words.moreRows(lines.length - mostLines));
	say(words.appended(path, added, listed));
	const missing = options.notRead ?? [];
	if (missing.length > 0) say(words.notInList(missing.length, false));
}
