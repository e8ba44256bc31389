// A question may go before its answer comes: the answer must do nothing else.
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {noticeText, questionText} from '../../source/screen/status.ts';
import {createEffects} from '../../source/session/effects/index.ts';
import type {Language} from '../../source/text/index.ts';
import {press, stateWith, update, withRecords} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {numbered, reading, recordOf, today} from '../support/records.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const paths = ['/p/1.png', '/p/2.png', '/p/3.png'];
const proven = withRecords(
	...paths.map((path, index) => recordOf(path, {sha256: path, reading: reading(numbered(index + 1))})),
);

/** `A`, and then what the look at the pictures finds. */
function askedWithout(gone: readonly string[], language: Language = 'en') {
	const asked = press({...proven, language}, 'A').state;
	expect(asked.question?.kind).toBe('acceptClean');
	const found = paths.map(path => ({
		path,
		sha256: path,
		now: gone.includes(path) ? ('gone' as const) : undefined,
		undecided: true,
	}));
	return update(asked, {type: 'picturesNow', found, asked: true});
}

const decisions = ({review}: typeof proven) => review.records.map(({review: {state}}) => state);
const none = ['unreviewed', 'unreviewed', 'unreviewed'];
const said = (state: typeof proven) => (state.notice ? noticeText(state, state.notice) : '');

describe('all that were to be accepted are gone', () => {
	it.each(['y', 'n', 'esc', 'q'])('%s copies nothing, moves nothing and leaves nothing', key => {
		const {state: gone} = askedWithout(paths);
		expect([gone.question, said(gone)]).toEqual([
			undefined,
			'Gone or not to be opened: 1.png and 2 more. Nothing was accepted.',
		]);
		const {state, effects} = press(gone, key, key);
		expect(effects).toEqual([]);
		expect(state).toEqual(gone);
		expect(decisions(state)).toEqual(none);
	});

	it('is said in Chinese', () => {
		expect(said(press(askedWithout(paths, 'zh').state, 'y').state)).toBe(
			'图片不在了或无法打开：1.png 等 3 张。没有接受任何护照。',
		);
	});

	it('lets the keys do what they usually do after another key, and once the person has seen it', () => {
		const {state, effects} = askedWithout(paths);
		const copies = [{type: 'copy', text: '/p/1.png'}];
		expect(press(press(state, 'down').state, 'y').effects).toEqual(copies);
		const forget = effects.find(({type}) => type === 'forgetWithdrawn');
		if (forget?.type !== 'forgetWithdrawn') throw new Error('Nothing forgets it.');
		const seen = update(state, {type: 'withdrawnSeen', withdrawn: forget.withdrawn}).state;
		expect(press(seen, 'y').effects).toEqual(copies);
		const another = update(state, {type: 'withdrawnSeen', withdrawn: {}}).state;
		expect(press(another, 'y').effects).toEqual([]);
	});
});

it('is forgotten after a while', async () => {
	vi.useFakeTimers({toFake: ['setTimeout']});
	onTestFinished(() => void vi.useRealTimers());
	const send = vi.fn();
	const effects = createEffects({
		send,
		quit() {},
		today,
		now: () => new Date(),
		createEngine: async () => fakeEngine(),
		configDir: temporaryFolder(),
	});
	const withdrawn = {kind: 'acceptClean'};
	effects.run({type: 'forgetWithdrawn', withdrawn});
	expect(send).not.toHaveBeenCalled();
	vi.runAllTimers();
	expect(send).toHaveBeenCalledWith({type: 'withdrawnSeen', withdrawn});
	await effects.close(true);
});

describe('some that were to be accepted are gone', () => {
	it('a yes accepts the others and names them', () => {
		const {state: asked} = askedWithout(['/p/2.png']);
		expect(questionText(asked)).toContain('all 2 proven passports');
		const {state} = press(asked, 'y');
		expect(decisions(state)).toEqual(['accepted', 'unreviewed', 'accepted']);
		expect(said(state)).toContain(
			'2 proven passports accepted. Not accepted, picture changed or gone: 2.png. u undoes it.',
		);
		expect(state.notice).toMatchObject({tone: 'look'});
		expect(said(press(askedWithout(['/p/1.png', '/p/3.png'], 'zh').state, 'y').state)).toContain(
			'图片已更改或不在了，未接受：1.png、3.png。',
		);
	});

	it('is not said where none is', () => {
		expect(said(press(askedWithout([]).state, 'y').state)).not.toContain('Not accepted');
	});
});

describe('a question about sending, of which nothing is left to send', () => {
	const resumed = {file: '/j', roots: ['/p'], known: new Set(paths), leftOut: []};

	it.each(['y', 'n', 'enter', 'esc', 'o'])('%s accepts nothing in the check below it', key => {
		const asked = {...proven, question: {kind: 'uploadRest', paths, resumed, count: undefined} as const};
		const {state: counted} = update(asked, {type: 'counted', paths, pictures: [], count: 0});
		expect(counted.question).toBeUndefined();
		const {state, effects} = press(counted, key);
		expect([effects, state.screen, decisions(state)]).toEqual([[], 'review', none]);
		expect(said(state)).toBe('What was asked is settled already: this key did nothing.');
	});

	it('is no yes to the next question', () => {
		const watching = {...stateWith({screen: 'picker'}), watch: true, engine: 'xiangyun'} as const;
		const asked = {...watching, question: {kind: 'upload', paths, count: undefined} as const};
		const {state: next} = update(asked, {type: 'counted', paths, pictures: [], count: 0});
		expect(next.question?.kind).toBe('watchSends');
		expect(press(next, 'y').state.question?.kind).toBe('watchSends');
		expect(press(next, 'down', 'y').state.question).toBeUndefined();
	});
});
