import {shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {completedPlace, completedSpans} from '../../components/completed-line.ts';
import type {TextPlace} from '../../layout/layout.ts';
import type {Spans} from '../../layout/spans.ts';
import type {ShownState} from '../../shown-state.ts';

/** Where the path is typed: for the drawing and for the real cursor. */
export const pathPlace = ({size, language}: ShownState): TextPlace =>
	completedPlace(size, messages(language).app.picker.path);

/** The path while it is typed; below it what continues it, or the folders of the last batches. */
export function pathSpans(state: ShownState): Spans {
	const {pathLine: line} = state.picker;
	if (!line) return [];
	const offered = line.matches.length > 0 ? line.matches : line.recent.map(path => shownPath(path, state.home));
	return completedSpans(state.size, messages(state.language).app.picker.path, line.edit, offered);
}
