import {compareDays} from '../../core/passport/model/dates.ts';
import {type TripRule, tripParts, tripRules, typedTrip, usualRule} from '../../core/passport/person/typed-trip.ts';
import {neighbour} from '../neighbour.ts';
import {unfitText} from '../review/validity-view.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit} from '../typing/text-edit.ts';

function open(state: AppState): Transition {
	const before = state.trip ? tripParts(state.trip) : {days: '', rule: usualRule};
	return transition({...state, typingTrip: {edit: startEdit(before.days), rule: before.rule, before}});
}

/** The rules to choose from; a span that the command named is one of them. */
function nextRule({rule, before}: NonNullable<AppState['typingTrip']>): string {
	return neighbour<string>([...new Set([...tripRules, before.rule])], rule);
}

/** The trip for the batch; nothing typed is no trip. What is no day stays to be put right. */
function set(state: AppState): Transition {
	const {typingTrip} = state;
	if (!typingTrip) return transition(state);
	const {edit, rule, before} = typingTrip;
	const closed = {...state, typingTrip: undefined};
	if (edit.text === before.days && (rule === before.rule || edit.text === '')) return transition(closed);
	const trip = typedTrip(edit.text, rule, {today: state.today, dayFirst: state.exporting.dates === 'slash'});
	if (trip === undefined) return transition({...state, notice: {kind: 'tripWrong', params: {}, tone: 'bad'}});
	if (trip === 'none')
		return transition({...closed, trip: undefined, notice: {kind: 'tripNone', params: {}, tone: 'plain'}});
	const next = {...closed, trip};
	const counted = next.review.records.filter(({review}) => review.state !== 'rejected');
	const unfit = unfitText(next, counted, next.language);
	const isPast = compareDays(trip.schengen?.departure ?? trip.on, state.today) < 0;
	const tone = isPast || unfit !== '' ? 'look' : 'good';
	return transition({...next, notice: {kind: 'tripSet', params: {unfit, isPast}, tone}});
}

/** The trip as it was typed in one go. */
export function typeTrip(state: AppState, days: string, rule: TripRule): Transition {
	const opened = open(state).state;
	return opened.typingTrip
		? set({...opened, typingTrip: {...opened.typingTrip, edit: startEdit(days), rule}})
		: transition(state);
}

export const tripActs = {
	'trip.open': open,
	'trip.set': set,
	'trip.rule': state =>
		state.typingTrip
			? transition({...state, typingTrip: {...state.typingTrip, rule: nextRule(state.typingTrip)}})
			: transition(state),
	'trip.drop': state => transition({...state, typingTrip: undefined}),
} as const satisfies Readonly<Record<string, Act>>;
