import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isOpen, needsLook} from '../../../source/core/review/doubts.ts';
import {emptyReview, type ReviewEvent, update} from '../../../source/core/review/review.ts';
import {currentField, currentRecord, markOf, reviewCounts} from '../../../source/core/review/selectors.ts';
import {today} from '../../support/records.ts';
import {accept, at, clean, doubtful, edit, enter, given, reviewOf, run, surname} from './reviewing.ts';

describe('whatever comes in whatever order', () => {
	const anyEvent: fc.Arbitrary<ReviewEvent> = fc.oneof(
		fc.constantFrom<ReviewEvent>(
			enter,
			accept,
			{type: 'reject', at},
			{type: 'skip'},
			{type: 'undo'},
			{type: 'redo'},
			{type: 'acceptAllClean', at},
			{type: 'enter'},
			{type: 'nextDoubt', by: 1},
			{type: 'nextDoubt', by: -1},
			{type: 'movePassport', by: 1, onlyDoubtful: true},
			{type: 'addRecord', record: clean('late')},
		),
		fc.record({type: fc.constant('moveField' as const), by: fc.integer({min: -20, max: 20})}),
		fc.record({type: fc.constant('movePassport' as const), by: fc.integer({min: -5, max: 5})}),
		fc.record({type: fc.constant('takeAlternative' as const), index: fc.nat(3), at: fc.constant(at)}),
		fc
			.record({
				value: fc.string({maxLength: 12}),
				go: fc.constantFrom('next' as const, 'below' as const, 'stay' as const),
			})
			.map(({value, go}) => edit(value, go)),
	);
	const start = [
		emptyReview(today),
		reviewOf(clean('a')),
		reviewOf(doubtful('a', surname), clean('b'), doubtful('c', surname, given)),
	];

	it('the cursor is on a field of a passport, and undoing everything gives everything back', () => {
		fc.assert(
			fc.property(fc.constantFrom(...start), fc.array(anyEvent, {maxLength: 40}), (before, events) => {
				let state = run(before, ...events);
				expect(currentRecord(state) === undefined).toBe(state.records.length === 0);
				if (state.records.length > 0) expect(currentField(state)).toBeDefined();
				for (const record of state.records) if (needsLook(record)) expect(record.review.state).toBe('unreviewed');
				const replaced = events.filter(event => event.type === 'addRecord').length > 1;
				while (state.past.length > 0) state = update(state, {type: 'undo'});
				if (!replaced) expect(state.records.slice(0, before.records.length)).toEqual(before.records);
				expect(state.skipped.size).toBe(0);
			}),
			{numRuns: 300},
		);
	});

	it('what is counted after each event is what there is', () => {
		fc.assert(
			fc.property(fc.constantFrom(...start), fc.array(anyEvent, {maxLength: 40}), (before, events) => {
				let state = before;
				for (const event of events) {
					state = update(state, event);
					const marks = state.records.map(record => markOf(state, record));
					const {total, left, ...counts} = reviewCounts(state);
					expect(total).toBe(marks.length);
					expect(left).toBe(state.records.filter(isOpen).length);
					for (const [mark, count] of Object.entries(counts)) {
						expect(count).toBe(marks.filter(one => one === mark).length);
					}
				}
			}),
			{numRuns: 300},
		);
	});
});
