import type {ErrorDetails} from '../../core/errors.ts';
import type {ExportFormat} from '../../core/export/formats.ts';
import {detail} from '../details.ts';
import {formatWords} from '../export-formats.ts';

/** What is wrong with a command as it was typed. */
export const usage = (details: ErrorDetails): string => {
	const value = (name: string) => detail(details, name);
	const hint = value('suggestion') ? ` Did you mean ${value('suggestion')}?` : '';
	switch (details.problem) {
		case 'unknown-option':
			return value('belongs')
				? `${value('option')} is an option of: ${value('belongs')}.`
				: `There is no option ${value('option')}.${hint}`;
		case 'prints':
			return `${value('option')}: this command writes no spreadsheet, export does: passport-ocr-tui export --from-dir FOLDER --output ${value('option')}`;
		case 'taken':
			return `${value('option')} cannot be ${value('value')}: that is the name of a picture, or of the kept result of one.`;
		case 'own-input':
			return `${value('option')} cannot be ${value('value')}: this command reads ${value('input') === '-' ? 'it from standard input' : value('input') === value('value') ? 'it' : `it as ${value('input')}`}. Choose another name.`;
		case 'unknown-command':
			return `There is no command or file "${value('command')}".${hint}`;
		case 'missing-value':
			return `${value('option')} needs a value: ${value('expected')}.`;
		case 'needless-value':
			return `${value('option')} takes no value.`;
		case 'bad-value':
			return `${value('option')} cannot be "${value('value')}": ${value('expected')}.${hint}`;
		case 'conflict':
			return `${value('option')} and ${value('other')} exclude each other.`;
		case 'too-early':
			return `${value('option')} ${value('value')} is before the trip begins on ${value('from')}.`;
		case 'needs':
			return `${value('option')} is needed here.`;
		case 'needs-yes':
			return `Without a terminal, --yes is needed to ${value('does')}. Nothing was done.`;
		case 'misnamed':
			return `${value('output')} is not the name of ${formatWords.en[value('format') as ExportFormat]?.file ?? value('format')}: end it in ${value('extension')}, or leave out --format.`;
		case 'extra-argument':
			return `${value('command')} takes no argument "${value('value')}".${hint}`;
		case 'unknown-choice':
			return `${value('command')} takes one of these words: ${value('choices')}.${hint}`;
		case 'nothing-named':
			return 'No picture was named.';
		case 'no-shard':
			return `--shard auto finds no part and number of parts in the environment: SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT, JOB_COMPLETION_INDEX and JOB_COMPLETIONS, or SHARD_INDEX (from 0) and SHARD_COUNT.${value('found') && ` What it has: ${value('found')}.`}`;
		case 'no-terminal':
			return 'The guided session needs a terminal, and this is none.';
		default:
			return 'The command was not understood.';
	}
};
