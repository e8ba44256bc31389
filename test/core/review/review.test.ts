import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {FieldKey} from '../../../source/core/passport/fields.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';
import {doubts, needsLook} from '../../../source/core/review/doubts.ts';
import {
	cleanRecords,
	emptyReview,
	type ReviewEvent,
	type ReviewState,
	update,
} from '../../../source/core/review/review.ts';
import {changedRecords, currentField, currentRecord, reviewCounts} from '../../../source/core/review/selectors.ts';
import {reading, recordOf, today, zone} from '../../support/records.ts';

const at = '2026-11-22T07:00:00+00:00';

const surname = 'surname_english';
const given = 'given_name_english';

const clean = (path: string) => recordOf(path);

/** A passport in which nothing speaks for the values of `keys`. */
function doubtful(path: string, ...keys: FieldKey[]): PassportRecord {
	const record = recordOf(path);
	const fields = record.passport.fields.map(field =>
		keys.includes(field.key)
			? {...field, evidence: {level: 'unverified', reasons: [{code: 'read-weakly'}]} as const}
			: field,
	);
	return {...record, passport: {...record.passport, fields, status: 'check'}};
}

const reviewOf = (...records: PassportRecord[]): ReviewState =>
	records.reduce((state, record) => update(state, {type: 'addRecord', record}), emptyReview(today));

const run = (state: ReviewState, ...events: ReviewEvent[]): ReviewState => events.reduce(update, state);

const where = (state: ReviewState) => `${currentRecord(state)?.path} ${state.field}`;
const statesOf = (state: ReviewState) => state.records.map(record => record.review.state);

const enter: ReviewEvent = {type: 'confirmField', at};
const accept: ReviewEvent = {type: 'accept', at};
const edit = (value: string, go?: 'next' | 'below' | 'stay'): ReviewEvent => ({
	type: 'editField',
	value,
	at,
	...(go ? {go} : {}),
});

describe('the fields that want a look', () => {
	it('are none in a proven passport', () => {
		expect(clean('a').passport.status).toBe('clean');
		expect(doubts(clean('a'))).toEqual([]);
	});

	it('are those that nothing proves, in the order of display', () => {
		expect(doubts(doubtful('a', given, surname))).toEqual(['surname_english', 'given_name_english']);
	});

	it('are those that something speaks against', () => {
		const wrongDigit = zone[1].replace('7408122', '7408123');
		expect(doubts(recordOf('a', {reading: reading([zone[0], wrongDigit])}))).toContain('birth_date');
	});

	it('are one at least when only the passport as a whole is in doubt', () => {
		const read = reading();
		const record = recordOf('a', {reading: {...read, lines: read.lines.map(line => ({...line, runnerUp: 0.2}))}});
		expect(record.passport.issues.some(issue => issue.blocks && issue.field === undefined)).toBe(true);
		expect(doubts(record)).toEqual(['passport_number']);
	});
});

describe('keys a passport costs', () => {
	it('one, when it is clean', () => {
		for (const key of [enter, accept]) {
			expect(statesOf(update(reviewOf(clean('a')), key))).toEqual(['accepted']);
		}
	});

	it('one for each doubtful field that is right', () => {
		const state = reviewOf(doubtful('a', surname, given), doubtful('b', given));
		expect(where(state)).toBe('a surname_english');
		const one = update(state, enter);
		expect(where(one)).toBe('a given_name_english');
		const two = update(one, enter);
		expect(statesOf(two)).toEqual(['accepted', 'unreviewed']);
		expect(where(two)).toBe('b given_name_english');
		expect(two.records[0]?.review).toEqual({
			state: 'accepted',
			at,
			edits: {},
			confirmed: ['surname_english', 'given_name_english'],
		});
	});

	it('two, to take another reading', () => {
		const record = doubtful('a', surname);
		const passport = {
			...record.passport,
			fields: record.passport.fields.map(field =>
				field.key === 'surname_english'
					? {...field, alternatives: [{value: 'ERIKSEN', source: 'printed'} as const]}
					: field,
			),
		};
		const taken = update(reviewOf({...record, passport}), {type: 'takeAlternative', index: 0, at});
		expect(where(taken)).toBe('a surname_english');
		expect(currentField(taken)?.value).toBe('ERIKSEN');
		const done = update(taken, enter);
		expect(done.records[0]?.review).toMatchObject({
			state: 'edited',
			edits: {surname_english: {from: 'ERIKSSON', to: 'ERIKSEN'}},
			confirmed: [],
		});
	});

	it('one edit, when one letter is wrong', () => {
		const state = update(reviewOf(doubtful('a', surname), doubtful('b', surname)), edit('eriksen'));
		expect(state.records[0]?.review).toMatchObject({
			state: 'edited',
			edits: {surname_english: {from: 'ERIKSSON', to: 'ERIKSEN'}},
		});
		expect(where(state)).toBe('b surname_english');
	});
});

describe('editing', () => {
	it('does not accept over another doubt', () => {
		const state = update(reviewOf(doubtful('a', surname, given)), edit('ERIKSEN'));
		expect(where(state)).toBe('a given_name_english');
		expect(statesOf(state)).toEqual(['unreviewed']);
	});

	it('goes to the field below, or stays, when it is asked to', () => {
		const state = reviewOf(doubtful('a', surname));
		expect(where(update(state, edit('ERIKSEN', 'below')))).toBe('a given_name_english');
		expect(where(update(state, edit('ERIKSEN', 'stay')))).toBe('a surname_english');
		expect(statesOf(update(state, edit('ERIKSEN', 'below')))).toEqual(['unreviewed']);
	});

	it('remembers what was read, through any number of changes', () => {
		const state = run(reviewOf(doubtful('a', surname)), edit('ERIKSEN', 'stay'), edit('ERIKSON', 'stay'));
		expect(state.records[0]?.review.edits).toEqual({surname_english: {from: 'ERIKSSON', to: 'ERIKSON'}});
	});

	it('back to what was read is a confirmation', () => {
		const state = run(reviewOf(doubtful('a', surname)), edit('ERIKSEN', 'stay'), edit('ERIKSSON', 'stay'));
		expect(state.records[0]?.review).toMatchObject({edits: {}, confirmed: ['surname_english']});
	});

	it('without a change is a confirmation', () => {
		const state = update(reviewOf(doubtful('a', surname)), edit('ERIKSSON'));
		expect(state.records[0]?.review).toMatchObject({state: 'accepted', edits: {}, confirmed: ['surname_english']});
	});

	it('an accepted passport makes it an edited one, and leaves a rejected one rejected', () => {
		const accepted = run(reviewOf(clean('a')), accept, edit('ERIKSEN', 'stay'));
		expect(statesOf(accepted)).toEqual(['edited']);
		const rejected = run(reviewOf(clean('a')), {type: 'reject', at}, edit('ERIKSEN', 'stay'));
		expect(statesOf(rejected)).toEqual(['rejected']);
	});
});

describe('deciding', () => {
	it('accepts over a doubt, and says over which', () => {
		const state = update(reviewOf(doubtful('a', surname)), accept);
		expect(statesOf(state)).toEqual(['accepted']);
		expect(state.news).toEqual({kind: 'accepted', path: 'a', doubts: ['surname_english']});
	});

	it('never accepts by enter while another field wants a look, wherever the cursor is', () => {
		const state = run(reviewOf(doubtful('a', surname)), {type: 'moveField', by: 5}, enter);
		expect(statesOf(state)).toEqual(['unreviewed']);
		expect(where(state)).toBe('a surname_english');
	});

	it('goes on to what needs a look, then to the clean ones, then to what was put off', () => {
		const state = reviewOf(clean('a'), doubtful('b', surname), clean('c'), doubtful('d', surname));
		const entered = update(state, {type: 'enter'});
		expect(where(entered)).toBe('b surname_english');
		const skipped = update(entered, {type: 'skip'});
		expect(where(skipped)).toBe('d surname_english');
		const first = update(skipped, enter);
		expect(currentRecord(first)?.path).toBe('a');
		const second = run(first, enter, enter);
		expect(where(second)).toBe('b surname_english');
		const last = update(second, accept);
		expect(statesOf(last)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
		expect(update(last, enter).news).toEqual({kind: 'nothing', why: 'left'});
	});

	it('keeps what is put off out of "accept all clean", which is one step', () => {
		const state = run(reviewOf(clean('a'), clean('b'), doubtful('c', surname)), {type: 'skip'});
		expect(cleanRecords(state).map(record => record.path)).toEqual(['b']);
		const all = update(state, {type: 'acceptAllClean', at});
		expect(statesOf(all)).toEqual(['unreviewed', 'accepted', 'unreviewed']);
		expect(all.news).toEqual({kind: 'acceptedAll', count: 1});
		expect(statesOf(update(all, {type: 'undo'}))).toEqual(['unreviewed', 'unreviewed', 'unreviewed']);
		expect(update(all, {type: 'acceptAllClean', at}).news).toEqual({kind: 'nothing', why: 'clean'});
	});

	it('counts every passport once', () => {
		const state = run(
			reviewOf(doubtful('a', surname), clean('b'), doubtful('c', surname), doubtful('d', surname), clean('e')),
			accept,
			{type: 'reject', at},
			{type: 'skip'},
			edit('ERIKSEN'),
		);
		expect(reviewCounts(state)).toEqual({
			accepted: 1,
			edited: 1,
			rejected: 1,
			skipped: 1,
			check: 0,
			clean: 1,
			total: 5,
			left: 2,
		});
	});
});

describe('moving', () => {
	const state = reviewOf(doubtful('a', surname, given), clean('b'), doubtful('c', given));

	it('up and down stops at the ends', () => {
		expect(update(state, {type: 'moveField', by: -9}).field).toBe('passport_number');
		expect(update(state, {type: 'moveField', by: 99}).field).toBe('optional_data_mrz');
	});

	it('between passports opens them at their first doubt', () => {
		expect(where(update(state, {type: 'movePassport', by: 1}))).toBe('b passport_number');
		expect(where(update(state, {type: 'movePassport', by: Infinity}))).toBe('c given_name_english');
		expect(where(update(state, {type: 'movePassport', by: -1}))).toBe('a surname_english');
		expect(where(update(state, {type: 'openPassport', path: 'c'}))).toBe('c given_name_english');
		expect(update(state, {type: 'openPassport', path: 'nowhere'})).toBe(state);
	});

	it('to the next doubt leaves clean passports out and goes round', () => {
		const second = update(state, {type: 'nextDoubt', by: 1});
		expect(where(second)).toBe('a given_name_english');
		const third = update(second, {type: 'nextDoubt', by: 1});
		expect(where(third)).toBe('c given_name_english');
		expect(where(update(third, {type: 'nextDoubt', by: 1}))).toBe('a surname_english');
		expect(where(update(third, {type: 'nextDoubt', by: -1}))).toBe('a given_name_english');
		expect(where(update(state, {type: 'movePassport', by: 1, onlyDoubtful: true}))).toBe('c given_name_english');
	});

	it('changes nothing that had to be kept', () => {
		const moved = run(state, {type: 'nextDoubt', by: 1}, {type: 'movePassport', by: 1}, {type: 'moveField', by: 2});
		expect(changedRecords(state, moved)).toEqual([]);
		expect(moved.past).toEqual([]);
	});
});

describe('undo and redo', () => {
	it('go across passports, back to where it happened', () => {
		const state = reviewOf(doubtful('a', surname), doubtful('b', given), clean('c'));
		const done = run(state, enter, edit('EVA'), {type: 'skip'});
		const undone = run(done, {type: 'undo'}, {type: 'undo'});
		expect(where(undone)).toBe('b given_name_english');
		expect(undone.news).toEqual({kind: 'undone', decision: 'editField', paths: ['b']});
		const all = update(undone, {type: 'undo'});
		expect(where(all)).toBe('a surname_english');
		expect(all.records).toEqual(state.records);
		expect(update(all, {type: 'undo'}).news).toEqual({kind: 'nothing', why: 'to-undo'});
		const again = run(all, {type: 'redo'}, {type: 'redo'}, {type: 'redo'});
		expect(again.records).toEqual(done.records);
		expect(again.skipped).toEqual(done.skipped);
		expect(update(again, {type: 'redo'}).news).toEqual({kind: 'nothing', why: 'to-redo'});
	});

	it('say which records have to be kept again', () => {
		const state = reviewOf(doubtful('a', surname), clean('b'));
		const done = update(state, enter);
		expect(changedRecords(state, done).map(record => record.review.state)).toEqual(['accepted']);
		expect(changedRecords(done, update(done, {type: 'undo'}))).toEqual([state.records[0]]);
	});

	it('a new decision ends what could be redone', () => {
		const state = run(reviewOf(clean('a'), clean('b')), accept, {type: 'undo'}, {type: 'reject', at});
		expect(update(state, {type: 'redo'}).news).toEqual({kind: 'nothing', why: 'to-redo'});
	});
});

describe('records that come while a person checks', () => {
	it('never move the cursor', () => {
		const state = run(reviewOf(doubtful('a', surname, given)), {type: 'nextDoubt', by: 1});
		const more = run(
			state,
			{type: 'addRecord', record: doubtful('b', surname)},
			{type: 'addRecord', record: clean('c')},
		);
		expect(where(more)).toBe(where(state));
		expect(more.records).toHaveLength(3);
	});

	it('do not wipe the word of what was just done', () => {
		const state = update(reviewOf(clean('a')), accept);
		expect(update(state, {type: 'addRecord', record: clean('b')}).news).toEqual(state.news);
	});

	it('replace the same picture where it stands, and its old reading cannot come back', () => {
		const state = run(reviewOf(doubtful('a', surname), clean('b')), accept, {type: 'undo'});
		const again = update(state, {type: 'addRecord', record: clean('a')});
		expect(again.records[0]).toEqual(clean('a'));
		const redone = run(again, {type: 'redo'});
		expect(redone.records[0]).toEqual(clean('a'));
		expect(redone.news).toEqual({kind: 'nothing', why: 'to-redo'});
	});

	it('never take the place of what a person has done meanwhile', () => {
		const edit: ReviewEvent = {type: 'editField', value: 'ERIKSON', at: '2026-11-22T18:00:00Z', go: 'stay'};
		for (const done of [accept, edit]) {
			const state = run(reviewOf(doubtful('a', surname)), done);
			expect(update(state, {type: 'addRecord', record: clean('a')})).toEqual(state);
		}
	});

	it('take the place of what was decided of another picture under the same name', () => {
		const state = run(reviewOf(doubtful('a', surname), clean('b')), accept);
		const other = recordOf('a', {sha256: 'b'.repeat(64)});
		const replaced = update(state, {type: 'addRecord', record: other});
		expect(replaced.records[0]).toEqual(other);
		expect(replaced.past).toEqual([]);
	});

	it('keep what was decided in another session', () => {
		const decided = recordOf('a', {review: {state: 'rejected', at, edits: {}, confirmed: []}});
		const state = update(reviewOf(decided, doubtful('b', surname)), {type: 'enter'});
		expect(statesOf(state)).toEqual(['rejected', 'unreviewed']);
		expect(where(state)).toBe('b surname_english');
	});
});

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

	it('the cursor stands on a field of a passport, and undoing everything gives everything back', () => {
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
});
