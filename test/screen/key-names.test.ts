import {describe, expect, it} from 'vitest';
import type {PassportRecord} from '../../source/core/records/record.ts';
import type {Binding} from '../../source/screen/keys/binding.ts';
import {bindings} from '../../source/screen/keys/keymap.ts';

// A table in which every key has another name, before anything else is loaded: a face with other keys.
for (const binding of bindings as {-readonly [Part in keyof Binding]: Binding[Part]}[]) {
	delete binding.label;
	binding.keys = [`‹${binding.id}›`];
}

const {unreadRecord} = await import('../../source/core/records/unread-record.ts');
const {offText, questionText, statusSpans} = await import('../../source/screen/status.ts');
const {keyNames} = await import('../../source/screen/keys/key-names.ts');
const {keyEvents} = await import('../../source/screen/keys/press-key.ts');
const {reviewHint} = await import('../../source/screen/features/review/review-status.ts');
const {languages, messages} = await import('../../source/text/index.ts');
const {stateWith, withRecords} = await import('../support/app-state.ts');
const {misprinted, numbered, reading, recordOf} = await import('../support/records.ts');

type State = ReturnType<typeof stateWith>;
type Notice = NonNullable<State['notice']>;

const at = '2026-11-22T06:00:00Z';
const textOf = (spans: readonly {readonly text: string}[]) => spans.map(({text}) => text).join('');
const said = (state: State, notice: Notice) => textOf(statusSpans({...state, notice}, ''));

describe.each(languages)('another name of a key is in every sentence that names it: %s', language => {
	const state = {...stateWith({screen: 'review'}), language};

	it('why a key does nothing', () => {
		const reasons = [
			'onlyEditing',
			'decided',
			'noPictures',
			'notTyped',
			'unbound',
			'nothingChosen',
			'alreadyRead',
		] as const;
		for (const reason of reasons) expect(offText(language, reason), reason).toContain('‹');
		expect(offText(language, 'decided')).toMatch(/‹app\.undo›.*‹passport\.again›/);
	});

	it('what was done, and the key that undoes it', () => {
		const name = 'ERIKSSON ANNA';
		const notices: readonly (readonly [Notice, ...string[]])[] = [
			[{kind: 'rejected', params: {name}, tone: 'look'}, 'app.undo'],
			[{kind: 'acceptedOver', params: {name, fields: 1}, tone: 'look'}, 'app.undo'],
			[{kind: 'acceptedClean', params: {count: 2, without: []}, tone: 'good'}, 'app.undo'],
			[{kind: 'undone', params: {step: 'reject', name, count: 1}, tone: 'plain'}, 'app.redo'],
			[{kind: 'paused', params: {}, tone: 'plain'}, 'reading.pause'],
			[{kind: 'leftOut', params: {file: 'a.png'}, tone: 'plain'}, 'reading.again'],
			[
				{kind: 'refuted', params: {shape: 'TD3', fields: ['sex'], why: undefined, decision: 'accept'}, tone: 'bad'},
				'passport.accept',
				'field.edit',
			],
			[
				{
					kind: 'refuted',
					params: {shape: 'TD3', fields: ['sex'], why: undefined, decision: 'confirmField'},
					tone: 'bad',
				},
				'field.confirm',
			],
			[{kind: 'typedWrong', params: {digits: ['number']}, tone: 'bad'}, 'mrz.next'],
			[{kind: 'tripSet', params: {unfit: '1', isPast: false}, tone: 'plain'}, 'batch.show'],
			[{kind: 'tested', params: {verdict: 'accepted', said: ''}, tone: 'good'}, 'credentials.next'],
			[{kind: 'error', code: 'QUOTA_USED_UP', details: {}}, 'reading.pause'],
			[{kind: 'error', code: 'SERVICE_BUSY', details: {}}, 'reading.slower'],
			[{kind: 'error', code: 'CREDENTIALS_REFUSED', details: {}}, 'reading.pause'],
		];
		for (const [notice, ...ids] of notices) {
			for (const id of ids) expect(said(state, notice), notice.kind).toContain(`‹${id}›`);
		}
	});

	it('what is left to do', () => {
		const {review} = messages(language).app;
		const left = {clean: 0, skipped: 0, unread: 0, onlyInList: false};
		const key = keyNames(language);
		expect(review.leftToDo(left, key)).toMatch(/‹review\.export›.*‹field\.confirm›/);
		expect(review.leftToDo({...left, clean: 2}, key)).toContain('‹passport.acceptClean›');
		expect(review.leftToDo({...left, skipped: 2}, key)).toContain('‹passport.nextDoubt›');
		expect(review.leftToDo({...left, unread: 1, onlyInList: true}, key)).toContain('‹batch.list›');
	});

	it('what the check of a passport says', () => {
		const hint = (...records: readonly PassportRecord[]) => {
			const open = {...withRecords(...records), language, size: {columns: 200, rows: 24}};
			return textOf(reviewHint(open, open.review.records[open.review.current]!, false));
		};
		const proven = recordOf('/p/a.png', {sha256: 'a', reading: reading(numbered(1))});
		const twice = recordOf('/p/b.png', {sha256: 'b', reading: reading(numbered(1))});
		expect(hint(proven)).toContain('‹field.confirm›');
		expect(hint(proven, twice)).toContain('‹passport.reject›');
		expect(hint(unreadRecord({path: '/p/c.png', sha256: 'c', failures: []}))).toContain('‹');
		expect(hint(recordOf('/p/d.png', {sha256: 'd', reading: reading(misprinted)}))).not.toBe('');
	});

	it('what is waited for, and the window that is too small', () => {
		expect(questionText({...state, question: {kind: 'leaving', owed: 2}})).toContain('‹app.quit›');
		const key = keyNames(language);
		for (const text of messages(language).app.tooSmall(60, 17, key)) expect(text).toContain('‹welcome.quit›');
		const small = {...state, size: {columns: 20, rows: 5}};
		const press = (id: string) => keyEvents(small, {type: 'key', id, text: ''} as never, at);
		expect([press('q'), press('‹welcome.quit›')]).toEqual([[], [{type: 'quit'}]]);
	});
});
