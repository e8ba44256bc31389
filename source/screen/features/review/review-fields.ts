import type {FieldValue} from '../../../core/passport/model/passport.ts';
import {speaksFor} from '../../../core/passport/reasons-to-look.ts';
import type {PassportRecord} from '../../../core/records/record.ts';
import {windowTop} from '../../../session/picker/window.ts';
import {type FieldView, fieldView, shownValue} from '../../../session/review/record-view.ts';
import {againstTyped, typedValue} from '../../../session/review/typed-value.ts';
import {comparedRecord} from '../../../session/review/view-model.ts';
import {withoutIdentityNumbers} from '../../../session/review/without-identity-numbers.ts';
import {fieldNamesOf} from '../../../text/field-names.ts';
import {messages} from '../../../text/index.ts';
import {sayShort} from '../../../text/reason.ts';
import {editSpans} from '../../components/edit-spans.ts';
import {edgeSign} from '../../components/hidden-rows.tsx';
import {editWindow} from '../../layout/edit-window.ts';
import type {RowsPlace} from '../../layout/layout.ts';
import type {ReviewLayout} from '../../layout/review-layout.ts';
import {layoutOf} from '../../layout/review-layout-of.ts';
import {type Spans, span, spansWidth} from '../../layout/spans.ts';
import {pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {markColours, signs} from '../../theme.ts';

type Columns = {readonly label: number; readonly value: number; readonly why: number};

const before = 3;

function columnsOf(state: ShownState, record: PassportRecord, {fieldColumns}: ReviewLayout): Columns {
	const names = fieldNamesOf(messages(state.language), record.passport.shape);
	const label = 2 + Math.max(...record.passport.fields.map(({key}) => width(names[key])));
	const longest = Math.max(...record.passport.fields.map(field => width(shownValue(field, state.language))));
	const most = fieldColumns - before - label - 22;
	const value = Math.min(most, Math.max(25, longest + 2));
	return {label, value, why: fieldColumns - before - label - value - 3};
}

/** The first field that is drawn: all of them, where there is room. */
const firstRow = (state: ShownState, record: PassportRecord, rows: number): number => {
	const {fields} = record.passport;
	return windowTop(
		fields.findIndex(({key}) => key === state.review.field),
		fields.length,
		rows,
	);
};

/** Name, value, mark and a reason of three or four words for each field. */
export function fieldLines(state: ShownState, record: PassportRecord, layout: ReviewLayout): readonly Spans[] {
	const columns = columnsOf(state, record, layout);
	const first = firstRow(state, record, layout.fieldRows);
	const {fields} = record.passport;
	return fields
		.slice(first, first + layout.fieldRows)
		.map((field, row, {length}) =>
			fieldSpans(state, record, field, columns, edgeSign(first, fields.length, row, length)),
		);
}

function fieldSpans(
	state: ShownState,
	record: PassportRecord,
	field: FieldValue,
	columns: Columns,
	edge: string,
): Spans {
	const text = messages(state.language).app;
	const current = field.key === state.review.field;
	const editing = current && state.editing ? state.editing : undefined;
	const shown = withoutIdentityNumbers(state, record);
	const shownField = shown.passport.fields.find(({key}) => key === field.key)!;
	const view = fieldView(shown, shownField);
	const {mark} = view;
	const color = markColours[mark];
	const loud = mark === 'look' || mark === 'bad';
	const value = shownValue(shownField, state.language);
	return [
		span(`${edge}${current ? `${signs.cursor} ` : '  '}`, {color: 'accent', bold: true}),
		span(
			pad(fieldNamesOf(messages(state.language), record.passport.shape)[field.key], columns.label),
			current ? {bold: true} : {},
		),
		...(editing
			? [...editSpans(editing.edit, columns.value - 2), span('  ')]
			: [
					span(`${pad(value === '' ? text.review.empty : value, columns.value - 1)} `, {
						bold: current,
						dim: value === '',
						color: loud ? color : undefined,
					}),
				]),
		...(editing
			? editCheck(state, record, columns.why)
			: [span(`${signs[mark]} `, {color, bold: true}), ...reasonSpans(state, view, columns.why)]),
	];
}

/**
 * What is to be known of a value, in a few words: the reason for its level, then the rest. Where that has no room, what
 * speaks for a value gives way; what speaks against it is shown with how much more there is.
 */
function reasonSpans(state: ShownState, {mark, why, accepted, notices, editedFrom}: FieldView, room: number): Spans {
	const text = messages(state.language).app.review;
	const manner = mark === 'look' || mark === 'bad' ? {color: markColours[mark]} : {dim: true};
	const short = why ? sayShort(messages(state.language).reasons, why) : '';
	const was = editedFrom === undefined ? undefined : text.was(editedFrom === '' ? text.empty : editedFrom);
	const first = was ?? (accepted ? text.acceptedOver(short) : short);
	const others = notices.map(notice => sayShort(messages(state.language).reasons, notice));
	const line = (one: string, more: readonly string[]): Spans => [
		span(one, manner),
		span((one === '' || more.length === 0 ? '' : text.comma) + more.join(text.comma), {color: 'look'}),
	];
	const all = line(first, others);
	if (others.length === 0 || spansWidth(all) <= room) return all;
	const contradicted = was !== undefined && notices.some(({blocks}) => blocks);
	if (contradicted) return line('', others.length === 1 ? others : [others[0]!, text.more(others.length - 1)]);
	if (was !== undefined || !why || !speaksFor.has(why.code)) return line(first, [text.more(others.length)]);
	const without = line('', others);
	return others.length === 1 || spansWidth(without) <= room
		? without
		: line('', [others[0]!, text.more(others.length - 1)]);
}

/** While typing: the check digit at every key, or what is wrong, in `room` columns. */
function editCheck(state: ShownState, record: PassportRecord, room: number): Spans {
	const text = messages(state.language).app;
	const {editing} = state;
	if (!editing) return [];
	const {text: typed, value, readings, problem, digit} = typedValue(state, record);
	const sign = (mark: 'good' | 'look' | 'bad' | 'edited', said: string) => [
		span(`${signs[mark]} `, {color: markColours[mark], bold: true}),
		span(said, {color: markColours[mark]}),
	];
	if (readings) return sign('look', readings.join(text.review.or));
	if (problem) return sign('bad', sayShort(messages(state.language).reasons, problem));
	const means = value === typed.trim() ? '' : text.review.means(value);
	const withMeaning = (said: string) => (means === '' ? said : `${means}  ${said}`);
	const against = againstTyped(state, record);
	if (against && (!digit || digit.agrees)) {
		const said = sayShort(messages(state.language).reasons, against);
		return sign('bad', firstThatFits(room, [withMeaning(said), said]));
	}
	if (digit) {
		const {expected, printed, agrees} = digit;
		const long = text.review.digit(expected, printed, agrees);
		const short = text.review.digitShort(expected, printed, agrees);
		// The sign says whether a digit agrees; nothing else says what a date is understood as.
		const least = means === '' ? [short] : [means];
		return sign(agrees ? 'good' : 'bad', firstThatFits(room, [withMeaning(long), withMeaning(short), ...least]));
	}
	if (means !== '') return [span(means, {bold: true})];
	const was = record.passport.fields.find(({key}) => key === editing.key)?.value ?? '';
	return was === editing.edit.text ? [] : sign('edited', text.review.was(was === '' ? text.review.empty : was));
}

/** The first text that is not wider than `room`; the last one where none is. */
const firstThatFits = (room: number, texts: readonly string[]): string =>
	texts.find(text => width(text) <= room) ?? texts.at(-1)!;

/** Where the real cursor is while a field is edited. */
export function editCursor(
	state: ShownState,
	record: PassportRecord,
	layout: ReviewLayout,
): {x: number; y: number} | undefined {
	if (!state.editing) return undefined;
	const columns = columnsOf(state, record, layout);
	const row = record.passport.fields.findIndex(({key}) => key === state.review.field);
	const x = before + columns.label + editWindow(state.editing.edit, columns.value - 2).cursor;
	return {x, y: 2 + layout.top + row - firstRow(state, record, layout.fieldRows)};
}

/** The rows of the fields. */
export function fieldsPlace(state: ShownState): RowsPlace | undefined {
	const record = comparedRecord(state.review);
	const layout = layoutOf(state);
	if (!record || !layout) return undefined;
	const first = firstRow(state, record, layout.fieldRows);
	return {
		x: layout.picture ? layout.picture.columns + 2 : 0,
		y: 2 + layout.top,
		columns: layout.fieldColumns,
		rows: Math.min(layout.fieldRows, record.passport.fields.length - first),
		first,
		cursor: record.passport.fields.findIndex(({key}) => key === state.review.field),
	};
}
