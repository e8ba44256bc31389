import type {PassportRecord} from '../../core/records/record.ts';
import {isUnread} from '../../core/records/unread-record.ts';
import {lastAnswer} from '../../core/remember.ts';
import {currentStretch, mrzView} from '../../session/review/mrz-view.ts';
import {currentRecord} from '../../session/review/view-model.ts';
import type {Room} from '../layout/layout.ts';
import {isTooSmall} from '../layout/layout.ts';
import {layoutOf} from '../layout/review-layout-of.ts';
import type {ShownState} from '../shown-state.ts';
import {boxFrame, cellsFrame, quarterTurns} from './crop-frames.ts';
import {captionFrom, fieldParts} from './field-parts.ts';
import {lettersAround, linePart, type ShownLine} from './line-parts.ts';
import {mrzParts} from './mrz-parts.ts';
import type {View} from './picture-view.ts';

/** Header and rule above every screen. */
const above = 2;

/** What of the current picture is to be seen now, and where. Knows no pixels. Asked several times for each state. */
export const picturesShown = lastAnswer((state: ShownState): readonly View[] => {
	const record = currentRecord(state.review);
	const layout = layoutOf(state);
	if (!record || !layout || state.screen !== 'review' || state.help || isTooSmall(state.size)) return [];
	const {path, sha256, geometry} = record;
	const top = above + layout.top;
	const of = {path, sha256, page: geometry?.page};
	const views: View[] = [];
	if (layout.picture) {
		views.push({...of, id: 'page', x: 0, y: top, ...layout.picture, parts: [], captions: [], ...whole(record, state)});
	}
	if (layout.strip) {
		const room = {
			x: 1,
			y: top + layout.fieldRows + layout.detailRows + 1,
			columns: state.size.columns - 2,
			rows: layout.strip.rows,
		};
		const parts = stripOf(state, record, {...room, x: 0, y: 0});
		if (parts) views.push({...of, id: 'strip', ...room, ...parts});
	}
	return views;
});

const whole = (record: PassportRecord, state: ShownState): Pick<View, 'whole'> => {
	const marked = fieldFrame(record, state);
	const {scale, pan} = state.viewing;
	const closer = state.viewing.zoom === 'page' && scale > 1 ? {closer: {scale, pan}} : {};
	return {whole: {turns: quarterTurns(record.geometry?.lines[0]), marked: marked ? [marked] : [], ...closer}};
};

/** Where the current field is, with a little around it. */
function fieldFrame({passport, geometry}: PassportRecord, {review}: ShownState) {
	const box = geometry?.printed[review.field];
	if (box) return boxFrame(box, 0.3, 1.6);
	const stretch = currentStretch(passport.shape, passport.lines, review.field);
	const place = stretch && geometry?.lines[stretch[0]];
	if (!place) return undefined;
	return cellsFrame(place, passport.lines[stretch[0]]!.length, stretch[1] - 0.2, stretch[2] + 0.2, 1.7);
}

function stripOf(
	state: ShownState,
	record: PassportRecord,
	room: Room,
): Pick<View, 'parts' | 'captions' | 'whole'> | undefined {
	if (state.viewing.zoom === 'page' || isUnread(record)) return {parts: [], captions: [], ...whole(record, state)};
	const {passport, geometry} = record;
	const key = state.review.field;
	const lines = mrzView(record, key).flatMap((characters, index): ShownLine[] => {
		const place = geometry?.lines[index];
		return place ? [{place, characters}] : [];
	});
	const zoomed = state.viewing.zoom;
	if (zoomed === 'mrz') return lines.length === 0 ? undefined : mrzParts(lines, room);
	const printed = geometry?.printed[key];
	const stretch = currentStretch(passport.shape, passport.lines, key);
	const line = stretch && lines[stretch[0]];
	if (!line && !printed) return undefined;
	if (zoomed === 'letters' && line) {
		const captions = room.rows >= captionFrom;
		const rows = room.rows - (captions ? 1 : 0);
		const [from, past] = lettersAround(
			line,
			stretch[1],
			stretch[2],
			{columns: room.columns, rows},
			state.viewing.pan.x,
		);
		const {part, captions: said} = linePart(line, from, past, room, captions);
		return {parts: [part], captions: said};
	}
	return fieldParts(line && {line, from: stretch[1], to: stretch[2]}, printed, room);
}

/** Whether anything of the current field can be shown enlarged. */
export const hasStrip = (state: ShownState): boolean => picturesShown(state).some(({id}) => id === 'strip');
