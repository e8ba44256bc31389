import {typedInColumns} from '../../session/export/column-editor.ts';
import {typedInForm} from '../../session/export/form.ts';
import {typedLine} from '../../session/export/typed-line.ts';
import {currentRecord} from '../../session/review/view-model.ts';
import type {TextEdit} from '../../session/typing/text-edit.ts';
import {emptyText} from '../../session/typing/typing.ts';
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
import {isTooSmall, type TextPlace} from './layout.ts';
import {layoutOf} from './review-layout-of.ts';
import {textWindow} from './text-window.ts';

/** Where the real cursor is: where text is typed, so that input methods open their window there. */
export function cursorPlace(state: ShownState): Position | undefined {
	if (isTooSmall(state.size)) return undefined;
	const at = ({x, y, columns}: TextPlace, edit: TextEdit = emptyText): Position => ({
		x: x + editWindow(edit, columns).cursor,
		y,
	});
	const inWidget = ({x, y, columns}: TextPlace, edit: TextEdit, masked: boolean): Position => ({
		x: x + textWindow(edit, columns, masked).cursor,
		y,
	});
	const {focus, shown} = state.credentials;
	switch (typingPlace(state)) {
		case 'edit': {
			const record = currentRecord(state.review);
			const layout = layoutOf(state);
			return record && layout ? editCursor(state, record, layout) : undefined;
		}
		case 'trip':
			return state.notice ? undefined : at(tripPlace(state), state.typingTrip?.edit);
		case 'columnText':
			return state.notice ? undefined : at(columnTextPlace(state), typedInColumns(state));
		case 'formText':
			return state.notice ? undefined : at(formTextPlace(state), typedInForm(state));
		case 'path':
			return state.notice ? undefined : at(pathPlace(state), state.picker.pathLine?.edit);
		case 'mrz': {
			const layout = layoutOf(state);
			return layout && typedCursor(state, layout);
		}
		case 'help':
			return at(helpFilterPlace(state), state.help?.filter);
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
