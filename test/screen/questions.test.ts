import {describe, expect, it} from 'vitest';
import {activeBindings, footerHints} from '../../source/screen/keys/footer.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import type {Question} from '../../source/session/app/question-state.ts';
import {messages} from '../../source/text/index.ts';
import {press, withRecords} from '../support/app-state.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

const writing = {writing: 'quick', answers: {}} as const;
const paths = ['/p/1.png', '/p/2.png', '/p/3.png'];
const clean = withRecords(
	...paths.map((path, index) =>
		recordOf(path, {sha256: String(index).repeat(64), reading: reading(numbered(index + 1))}),
	),
);

/** One of each kind, but for the one that is not asked. */
const questions: {readonly [Kind in Exclude<Question['kind'], 'leaving'>]: Extract<Question, {kind: Kind}>} = {
	acceptClean: {kind: 'acceptClean', paths: new Set(paths)},
	readAll: {kind: 'readAll', paths},
	newBatch: {kind: 'newBatch', paths},
	upload: {kind: 'upload', paths, count: 3},
	columns: {kind: 'columns', missing: ['mrz'], ...writing},
	rest: {kind: 'rest', told: {accepted: 1, clean: 2}, all: 3, chosen: 1, ...writing},
	twice: {kind: 'twice', rows: 3, left: 1, first: '1.png', differing: 0, ...writing},
	conflict: {kind: 'conflict', rows: 3, differing: 2, ...writing},
	again: {kind: 'again', file: 'list.xlsx', ...writing},
	watchSends: {kind: 'watchSends'},
	uploadRest: {kind: 'uploadRest', paths, resumed: {file: '', unfinished: true} as never, count: 3},
	second: {kind: 'second', upload: {pages: 3, files: 3}, flaws: []},
	goOnSending: {kind: 'goOnSending', count: 3, charged: false},
	whichDate: {kind: 'whichDate', typed: '03/04/2033', readings: ['2033-04-03', '2033-03-04'], go: 'next'},
	testAccount: {kind: 'testAccount'},
	quit: {kind: 'quit', count: 3},
	quitUnsaved: {kind: 'quitUnsaved', results: 3, decided: 0, held: 0},
};

describe.each(Object.values(questions))('the question $kind', question => {
	const asked: ShownState = {...clean, question};

	it('is answered yes by no other key than the footer shows, and never by enter', () => {
		const shown = footerHints(asked, messages('en'), 400).flatMap(({keys}) => keys.split(' '));
		const says = activeBindings(asked).filter(({id}) => id !== 'question.no');
		expect(says.length).toBeGreaterThan(0);
		for (const {keys} of says) {
			expect(shown).toEqual(expect.arrayContaining([...keys]));
			expect(keys).not.toContain('enter');
		}
	});

	it('has no key that does something else a moment after it went', () => {
		for (const {keys} of activeBindings(asked)) {
			for (const key of keys) {
				const {state, effects} = press({...clean, withdrawn: {kind: question.kind}}, key);
				expect([key, effects, {...state, notice: undefined}]).toEqual([
					key,
					[],
					{...clean, withdrawn: {kind: question.kind}},
				]);
			}
		}
	});
});

it.each([
	'acceptClean',
	'readAll',
	'newBatch',
	'columns',
	'rest',
	'twice',
	'conflict',
	'again',
	'quit',
	'quitUnsaved',
] as const)('enter leaves the question %s on the screen and does nothing', kind => {
	const asked: ShownState = {...clean, question: questions[kind]};
	const {state, effects} = press(asked, 'enter');
	expect(effects).toEqual([]);
	expect(state).toEqual(asked);
});

it('enter accepts no proven passport after A, y accepts them all', () => {
	const states = ({review}: ShownState) => review.records.map(({review: {state}}) => state);
	const asked = press(clean, 'A', 'enter').state;
	expect([asked.question?.kind, states(asked)]).toEqual(['acceptClean', states(clean)]);
	expect(states(press(asked, 'y').state)).toEqual(['accepted', 'accepted', 'accepted']);
});
