import type {Context} from '../command-line/context.ts';
import {cleanText} from '../core/clean-text.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {commonIn, conflicts} from '../core/review/same-person.ts';
import {fieldNamesOf} from '../text/field-names.ts';

/** Pictures in a line, at most. */
const mostNames = 20;

/** Returns a line for each group of pictures that should show one passport and differ. */
export const conflictLines = (
	records: readonly PassportRecord[],
	nameOf: (path: string) => string,
	{messages}: Pick<Context, 'messages'>,
): readonly string[] =>
	conflicts(records).map(({paths, fields}) => {
		const {comma} = messages.plain;
		const few = paths.slice(0, mostNames);
		const shown = few.map(nameOf).map(cleanText);
		const names = [...shown, ...(paths.length > mostNames ? ['…'] : [])].join(comma);
		const these = new Set(paths);
		const shapes = [...new Set(records.filter(({path}) => these.has(path)).map(({passport}) => passport.shape))];
		const labels = fields.map(key => fieldNamesOf(messages, ...shapes)[key]).join(comma);
		return messages.plain.together.conflict(commonIn(fields), names, labels);
	});
