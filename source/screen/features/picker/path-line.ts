import {cleanText} from '../../../core/clean-text.ts';
import {shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {editSpans} from '../../components/edit-pieces.ts';
import {statusRows} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';

/** Where the path is typed: for the drawing and for the real cursor. */
export function pathPlace({size, language}: ShownState): {x: number; y: number; columns: number} {
	const x = 2 + width(messages(language).app.picker.path);
	// What continues it has a row of its own, or the rest of this one.
	const columns = statusRows(size) > 1 ? size.columns - x - 2 : (size.columns >> 1) - x;
	return {x, y: size.rows - 1 - statusRows(size), columns};
}

/** The path while it is typed; below it what continues it, or the folders of the last batches. */
export function pathSpans(state: ShownState): Spans {
	const {pathLine: line} = state.picker;
	if (!line) return [];
	const {columns} = pathPlace(state);
	const offered = line.matches.length > 0 ? line.matches : line.recent.map(path => shownPath(path, state.home));
	return [
		span(`${messages(state.language).app.picker.path} `, {bold: true}),
		...editSpans(line.edit, columns),
		span(` ${offered.map(cleanText).join('  ')}`, {dim: true}),
	];
}
