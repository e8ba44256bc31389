import {tripParts} from '../../core/passport/person/typed-trip.ts';
import {messages} from '../../text/index.ts';
import {editSpans} from '../components/edit-spans.ts';
import {statusRows, type TextPlace} from '../layout/layout.ts';
import {type Spans, span} from '../layout/spans.ts';
import {width} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';

const columns = 23;

/** Where the days are typed: for the drawing and for the real cursor. */
export function tripPlace({size, language}: ShownState): TextPlace {
	const {trip} = messages(language).validity;
	return {x: 2 + width(trip.days), y: size.rows - 1 - statusRows(size), columns};
}

/** The trip while it is typed: its days, and the rule that counts. */
export function tripSpans({typingTrip, language}: ShownState): Spans {
	const {trip} = messages(language).validity;
	return typingTrip
		? [
				span(`${trip.days} `, {bold: true}),
				...editSpans(typingTrip.edit, columns),
				span('  '),
				span(trip.rule(typingTrip.rule), {color: 'accent'}),
				span(`  ${trip.hint}`, {dim: true}),
			]
		: [];
}

/** The trip in a few words; empty without one. */
export function tripText({trip, language}: Pick<ShownState, 'trip' | 'language'>): string {
	if (!trip) return '';
	const {days, rule} = tripParts(trip);
	const text = messages(language).validity.trip;
	return text.set(days, text.rule(rule));
}
