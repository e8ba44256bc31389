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

type Place = (state: ShownState) => Position | undefined;

const at = ({x, y, columns}: TextPlace, edit: TextEdit = emptyText): Position => ({
	x: x + editWindow(edit, columns).cursor,
	y,
});

const inWidget = ({x, y, columns}: TextPlace, edit: TextEdit, masked: boolean): Position => ({
	x: x + textWindow(edit, columns, masked).cursor,
	y,
});

/** In a line that a notice takes the place of. */
const unlessSaid =
	(place: Place): Place =>
	state =>
		state.notice ? undefined : place(state);

const places: Readonly<Partial<Record<NonNullable<ReturnType<typeof typingPlace>>, Place>>> = {
	edit(state) {
		const record = currentRecord(state.review);
		const layout = layoutOf(state);
		return record && layout ? editCursor(state, record, layout) : undefined;
	},
	trip: unlessSaid(state => at(tripPlace(state), state.typingTrip?.edit)),
	columnText: unlessSaid(state => at(columnTextPlace(state), typedInColumns(state))),
	formText: unlessSaid(state => at(formTextPlace(state), typedInForm(state))),
	path: unlessSaid(state => at(pathPlace(state), state.picker.pathLine?.edit)),
	mrz(state) {
		const layout = layoutOf(state);
		return layout && typedCursor(state, layout);
	},
	help: state => at(helpFilterPlace(state), state.help?.filter),
	listFilter: state => at(listFilterPlace(state), state.list.filter),
	filter: state => at(filterPlace(state), state.picker.filter),
	credentials(state) {
		const {focus, shown} = state.credentials;
		return inWidget(credentialsPlace(state), state.credentials[focus], focus === 'secret' && !shown);
	},
	name: state =>
		typedLine(state.exporting) === 'singleName'
			? inWidget(singleNamePlace(state), state.exporting.singleName, false)
			: inWidget(namePlace(state), state.exporting.file, false),
};

/** Where the real cursor is: where text is typed, so that input methods open their window there. */
export function cursorPlace(state: ShownState): Position | undefined {
	const typing = typingPlace(state);
	return isTooSmall(state.size) || !typing ? undefined : places[typing]?.(state);
}
