import {typedLine} from '../export/typed-line.ts';
import type {AppState} from '../state.ts';

/** Where text is being typed. */
export type TypingPlace =
	| 'help'
	| 'edit'
	| 'mrz'
	| 'filter'
	| 'listFilter'
	| 'credentials'
	| 'name'
	| 'trip'
	| 'path'
	| 'columnText'
	| 'formText';

export function typingPlace(state: AppState): TypingPlace | undefined {
	if (state.question) return undefined;
	if (state.help) return 'help';
	if (state.typingTrip) return 'trip';
	if (state.screen === 'review' && state.editing) return 'edit';
	if (state.screen === 'review' && state.typingMrz) return 'mrz';
	if (state.screen === 'picker' && state.picker.pathLine) return 'path';
	if (state.screen === 'picker' && state.picker.filtering) return 'filter';
	if (state.screen === 'list' && state.list.filtering) return 'listFilter';
	if (state.screen === 'credentials') return 'credentials';
	if (state.screen === 'export' && typedLine(state.exporting)) return 'name';
	if (state.screen === 'columns' && state.exporting.editor?.typing) return 'columnText';
	if (state.screen === 'form' && state.exporting.form.typing) return 'formText';
	return undefined;
}
