import {typedInColumns} from '../../session/export/column-editor.ts';
import {typedInForm} from '../../session/export/form.ts';
import {typedLine} from '../../session/export/typed-line.ts';
import {currentRecord} from '../../session/review/view-model.ts';
import type {TextEdit} from '../../session/typing/text-edit.ts';
import {typingPlace} from '../../session/typing/typing-place.ts';
import type {Position} from '../../terminal/screen.ts';
import {listFilterPlace} from '../features/batch-list.tsx';
import {credentialsPlace} from '../features/credentials.tsx';
import {columnTextPlace} from '../features/export/columns.tsx';
import {namePlace, singleNamePlace} from '../features/export/export.tsx';
import {formTextPlace} from '../features/export/form.tsx';
import {helpFilterPlace} from '../features/help/help.tsx';
import {pathPlace} from '../features/picker/path-line.ts';
import {filterPlace} from '../features/picker/picker.tsx';
import {editCursor} from '../features/review/review-fields.ts';
import {typedCursor} from '../features/review/review-typed.ts';
import {tripPlace} from '../features/trip-line.ts';
import type {ShownState} from '../shown-state.ts';
import {editWindow} from './edit-window.ts';
import {isTooSmall} from './layout.ts';
import {layoutOf} from './review-layout-of.ts';
import {textWindow} from './text-window.ts';

/** Where the real cursor is: where text is typed, so that input methods open their window there. */
export function cursorPlace(state: ShownState): Position | undefined {
	if (isTooSmall(state.size)) return undefined;
	const at = (place: {x: number; y: number; columns: number}, edit: TextEdit): Position => ({
		x: place.x + editWindow(edit, place.columns).cursor,
		y: place.y,
	});
	const inWidget = (place: {x: number; y: number; columns: number}, edit: TextEdit, masked: boolean): Position => ({
		x: place.x + textWindow(edit, place.columns, masked).cursor,
		y: place.y,
	});
	const {focus, shown} = state.credentials;
	switch (typingPlace(state)) {
		case 'edit': {
			const record = currentRecord(state.review);
			const layout = layoutOf(state);
			return record && layout ? editCursor(state, record, layout) : undefined;
		}
		case 'trip':
			return state.notice ? undefined : at(tripPlace(state), state.typingTrip?.edit ?? {text: '', cursor: 0});
		case 'columnText':
			return state.notice ? undefined : at(columnTextPlace(state), typedInColumns(state) ?? {text: '', cursor: 0});
		case 'formText':
			return state.notice ? undefined : at(formTextPlace(state), typedInForm(state) ?? {text: '', cursor: 0});
		case 'path':
			return state.notice ? undefined : at(pathPlace(state), state.picker.pathLine?.edit ?? {text: '', cursor: 0});
		case 'mrz': {
			const layout = layoutOf(state);
			return layout && typedCursor(state, layout);
		}
		case 'help':
			return at(helpFilterPlace(state), state.help?.filter ?? {text: '', cursor: 0});
		case 'listFilter':
			return at(listFilterPlace(state), state.list.filter);
		case 'filter':
			return at(filterPlace(state), state.picker.filter);
		case 'credentials':
			return inWidget(credentialsPlace(state), state.credentials[focus], focus === 'secret' && !shown);
		case 'name':
			return typedLine(state.exporting) === 'singleName'
				? inWidget(singleNamePlace(state), state.exporting.singleName, false)
				: inWidget(namePlace(state), state.exporting.file, false);
		default:
			return undefined;
	}
}
