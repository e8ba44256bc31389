import type {Position} from '../terminal/screen.ts';
import {editWindow, type TextEdit} from '../terminal/text-edit.ts';
import {typingPlace} from './dispatch.ts';
import {isTooSmall} from './layout.ts';
import {layoutOf} from './review-layout-of.ts';
import {currentRecord} from './review-view.ts';
import {listFilterPlace} from './screens/batch-list.tsx';
import {credentialsPlace} from './screens/credentials.tsx';
import {namePlace} from './screens/export.tsx';
import {helpFilterPlace} from './screens/help.tsx';
import {filterPlace} from './screens/picker.tsx';
import {editCursor} from './screens/review-fields.ts';
import type {AppState} from './state.ts';
import {width} from './width.ts';

/** Where the real cursor stands: where text is typed, so that input methods open their window there. */
export function cursorPlace(state: AppState): Position | undefined {
	if (isTooSmall(state.size)) return undefined;
	const at = (place: {x: number; y: number; columns: number}, edit: TextEdit): Position => ({
		x: place.x + editWindow(edit, place.columns).cursor,
		y: place.y,
	});
	switch (typingPlace(state)) {
		case 'edit': {
			const record = currentRecord(state.review);
			const layout = layoutOf(state);
			return record && layout ? editCursor(state, record, layout) : undefined;
		}
		case 'help':
			return at(helpFilterPlace(state), state.help?.filter ?? {text: '', cursor: 0});
		case 'listFilter':
			return at(listFilterPlace(state), state.list.filter);
		case 'filter':
			return at(filterPlace(state), state.picker.filter);
		case 'credentials':
			return widgetCursor(credentialsPlace(state), state.credentials[state.credentials.focus]);
		case 'name':
			return widgetCursor(namePlace(state), state.exporting.file);
		default:
			return undefined;
	}
}

/** ink-text-input wraps, and the box shows its last row. */
function widgetCursor(place: {x: number; y: number; columns: number}, edit: TextEdit): Position {
	const before = width(edit.text.slice(0, edit.cursor));
	return {x: place.x + Math.min(before, place.columns - 1), y: place.y};
}
