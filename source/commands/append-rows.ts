import type {Context} from '../command-line/context.ts';
import type {AppendOptions} from '../core/export/append/append.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {appendedLines} from '../text/appended.ts';
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
	const {path, added, open, listsNotRead, ...compared} = await appendExport(records, {...options, languages});
	const lines = appendedLines(compared, messages);
	for (const line of lines.slice(0, mostLines)) warn(line);
	if (lines.length > mostLines) warn(words.moreRows(lines.length - mostLines));
	if (open !== undefined) say(words.openAdded(open));
	say(words.appended(path, added, compared.listed, compared.isChanged));
	const missing = options.notRead ?? [];
	if (missing.length > 0) say(words.notInList(missing.length, listsNotRead));
}
