import type {BatchItem} from '../../source/core/batch/batch.ts';
import type {AppError, ErrorCode} from '../../source/core/errors.ts';
import {parseTemplate} from '../../source/core/export/template/parse-template.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {update as review} from '../../source/core/review/review.ts';
import type {ShownState, Size} from '../../source/screen/shown-state.ts';
import type {Question} from '../../source/session/app/question-state.ts';
import {listShows, listSorts} from '../../source/session/batch-list/state.ts';
import {entryOf} from '../../source/session/picker/entry.ts';
import type {Fact} from '../../source/session/picker/facts.ts';
import type {Language} from '../../source/text/index.ts';
import {press, screens, stateWith, update} from '../support/app-state.ts';
import {placedReading} from '../support/placed.ts';
import {mrz, numbered, recordOf} from '../support/records.ts';

export type FrameToSee = {readonly name: string; readonly state: ShownState};

const long = '护照/张三-护照-二〇二六年三月十四日-第一组-扫描件-原始文件.png';
const longName = 'P<UTOVAN<DER<STRAATEN<OYELARAN<<WILHELMINA<T';

/** A batch of everything there can be: clean, doubtful, wrong, decided, put off, twice, long names. */
function records(folder: string): readonly PassportRecord[] {
	const at = (name: string) => `${folder}/${name}`;
	const wrongDigit = `${mrz[1].slice(0, 9)}5${mrz[1].slice(10)}`;
	const twoNames = {
		...placedReading([mrz[0].replace('KSS', 'KQS'), numbered(3)[1]]),
		printed: [{field: 'surname_english', text: 'ERIKSSON', zone: 'printed'} as const],
	};
	const record = (name: string, lines: readonly string[], weak: readonly (readonly [number, number])[] = []) =>
		recordOf(at(name), {reading: placedReading(lines, weak), sha256: name});
	return [
		record('IMG_1.png', numbered(1)),
		record(
			'IMG_2.png',
			[longName, numbered(2)[1]],
			[
				[0, 8],
				[0, 12],
				[1, 2],
			],
		),
		recordOf(at('IMG_3.png'), {reading: twoNames, sha256: 'three'}),
		record(long, [mrz[0], wrongDigit]),
		record('IMG_5.png', numbered(1)),
		...Array.from({length: 14}, (_, index) => record(`IMG_${index + 6}.png`, numbered(index + 6))),
	];
}

/** Each error that a screen can show, with details as long as they come. */
const errors: readonly (readonly [ErrorCode, AppError['details']])[] = [
	['NO_PICTURES', {path: '/home/anna/pictures/group-2026-11/arrivals'}],
	['NOT_WRITABLE', {path: `/home/anna/pictures/${long}`, reason: 'EACCES'}],
	['NO_PASSPORT_FOUND', {path: `/home/anna/pictures/${long}`}],
	['OTHER_DOCUMENT', {path: '/home/anna/pictures/card.jpg', shape: 'TD1'}],
	['CREDENTIALS_REFUSED', {said: '身份验证失败'}],
	['QUOTA_USED_UP', {}],
	['BALANCE_USED_UP', {}],
	['NETWORK', {host: 'netocr.com', reason: 'ECONNREFUSED'}],
	['TIMEOUT', {host: 'netocr.com', seconds: 30}],
	['INTERNAL', {reason: 'x is not a function'}],
];

/** Every screen of the app in what it can come to, at a size and in a language. */
export function framesToSee({size, language}: {size: Size; language: Language}): readonly FrameToSee[] {
	const frames: FrameToSee[] = [];
	const see = (name: string, state: ShownState): ShownState => {
		frames.push({name, state});
		return state;
	};
	const keys = (state: ShownState, ...ids: readonly string[]) => press(state, ...ids).state;
	const first = stateWith({size, language});
	const {folder} = first;

	see('welcome', first);
	see('welcome, with a batch to resume', {
		...first,
		engine: 'offline',
		resumable: {
			file: '/j',
			roots: [`${folder}/group-2026-11/arrivals`],
			pictures: 34,
			changed: Date.UTC(2026, 10, 21),
		},
	});
	see('welcome, settings put aside', {
		...first,
		notice: {kind: 'settingsBroken', params: {path: `${folder}/settings/config.json.broken`}, tone: 'look'},
	});
	see('who reads', {...first, screen: 'engine'});
	see('who reads, an account stored', {...first, screen: 'engine', accountStored: true});

	const account = stateWith({
		size,
		language,
		screen: 'credentials',
		credentials: {
			key: {text: 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789', cursor: 36},
			secret: {text: '0123456789abcdef0123456789abcdef', cursor: 32},
		},
	});
	see('key and secret, empty', {...first, screen: 'credentials'});
	see('key and secret', account);
	see('key and secret, shown', keys(account, 'tab', 'ctrl+r'));
	see('key and secret, a test that costs', keys(account, 'ctrl+t'));
	see('key and secret, refused', {
		...account,
		notice: {kind: 'tested', params: {verdict: 'refused', said: '身份验证失败, error code -4'}, tone: 'bad'},
	});

	const opened = stateWith({size, language, screen: 'picker', picker: {searching: true}});
	see('picker, searching', opened);
	const names = [...Array.from({length: 40}, (_, index) => `IMG_${1000 + index}.jpg`), long.slice(3), 'old/a.png'];
	const found = update(opened, {
		type: 'found',
		folder,
		pictures: names.map(name => entryOf(folder, name)),
		folders: [entryOf(folder, 'old')],
	}).state;
	const fact: Fact = {size: 2_100_000, modified: Date.UTC(2026, 2, 14, 9, 12), content: {width: 1250, height: 880}};
	const facts = new Map<string, Fact>([
		...names.map(name => [`${folder}/${name}`, {...fact, readAt: null}] as const),
		[`${folder}/IMG_1000.jpg`, {...fact, readAt: Date.UTC(2026, 10, 19)}],
		[`${folder}/IMG_1001.jpg`, {...fact, sameAs: `${folder}/IMG_1000.jpg`}],
		[`${folder}/IMG_1002.jpg`, {...fact, content: {width: 96, height: 60}}],
	]);
	const told = update(found, {type: 'facts', facts}).state;
	const listed = update(told, {type: 'searched', folder}).state;
	see('picker', keys(listed, 'down', 'down'));
	see('picker, all chosen', keys(listed, 'a'));
	see('picker, by time, the last', keys(listed, 's', 'G'));
	const going = keys(listed, 'p', ...'old/arrivals 2026-11/IMG');
	see('picker, a path', keys(listed, 'p'));
	see(
		'picker, a path completed',
		update(going, {
			type: 'pathCompleted',
			text: 'old/arrivals 2026-11/IMG',
			completed: 'old/arrivals 2026-11/IMG_20',
			matches: ['IMG_2001.jpg', 'IMG_2002.jpg', `${long.slice(3)}`],
		}).state,
	);
	const paged = update(listed, {
		type: 'facts',
		facts: new Map<string, Fact>([
			[`${folder}/IMG_1003.jpg`, {...fact, content: {pages: 12}}],
			[`${folder}/${long.slice(3)}`, {...fact, content: {pages: 3}}],
		]),
	}).state;
	const inPages = see('picker, pages of a file', keys(paged, ...Array(5).fill('down'), 'right', 'down', 'space'));
	see('picker, pages of a file with a long name', keys(inPages, 'G', 'up', 'right', 'down', 'down'));
	see('picker, filter', keys(listed, '/', '1', '0', '3'));
	see('picker, filter without a match', keys(listed, '/', 'q', 'q', 'enter'));
	see('picker, nothing chosen', keys(listed, 'A', 'G', 'space', 'space'));
	see('picker, no pictures', update(opened, {type: 'searched', folder}).state);
	see(
		'picker, not readable',
		update(opened, {
			type: 'searched',
			folder,
			problem: {code: 'NOT_READABLE', details: {path: folder}},
		}).state,
	);

	const all = records(folder);
	const outcome = (record: PassportRecord): BatchItem => ({
		path: record.path,
		state: 'read',
		outcome: {kind: 'read', record, from: 'engine', milliseconds: 800},
		milliseconds: 800,
	});
	const failed = (path: string, code: ErrorCode): BatchItem => ({
		path,
		state: 'failed',
		outcome: {kind: 'failed', failure: {path, code, details: {path, shape: 'TD1'}}, milliseconds: 900},
		milliseconds: 900,
	});
	const now = Date.UTC(2026, 10, 22);
	const items: readonly BatchItem[] = [
		...all.map(outcome),
		failed(`${folder}/blurred.jpg`, 'NO_PASSPORT_FOUND'),
		failed(`${folder}/${long}x`, 'OTHER_DOCUMENT'),
		{path: `${folder}/later.jpg`, state: 'leftOut'},
	];
	const running: readonly BatchItem[] = [
		...items,
		{path: `${folder}/now.jpg`, state: 'reading', share: 0.62, startedAt: now - 4000},
		{
			path: `${folder}/wait.jpg`,
			state: 'reading',
			startedAt: now - 9000,
			wait: {code: 'SERVICE_BUSY', milliseconds: 4000, next: 2, of: 3, until: now + 4000},
		},
		...Array.from({length: 9}, (_, index) => ({path: `${folder}/next-${index}.jpg`, state: 'waiting'}) as const),
	];
	const progress = {items: running, concurrency: 2, timeLeft: 61_000, elapsed: 65_000, now} as const;
	const reading = stateWith({
		size,
		language,
		screen: 'reading',
		engine: 'offline',
		reading: {...progress, phase: 'running'},
	});
	see('reading, nothing yet', {...reading, reading: {...reading.reading, items: [], phase: 'starting'}});
	see('reading', reading);
	see('reading, a folder that is watched', {...reading, reading: {...reading.reading, watched: 4}});
	see('reading, waiting for pictures', {
		...reading,
		reading: {...reading.reading, items: [], phase: 'done', watched: 0},
	});
	see('reading, paused', {...reading, reading: {...reading.reading, phase: 'paused'}});
	see('reading, only what failed', keys(reading, 'f'));
	const begun = running.filter(({state}) => state === 'waiting');
	const firstOnes = running.filter(({wait, state}) => wait || state === 'waiting');
	see('reading, the first ones', {...reading, reading: {...reading.reading, items: begun}});
	see('reading, the service waits', {
		...reading,
		engine: 'xiangyun',
		reading: {...reading.reading, items: firstOnes},
	});
	// The longest sentences matter where there is least room.
	for (const [code, details] of size.columns > 80 ? [] : errors) {
		see(`reading, stopped by ${code}`, {
			...reading,
			reading: {...reading.reading, phase: 'stopped'},
			notice: {kind: 'error', code, details},
		});
	}

	const done = {...progress, items, phase: 'done'} as const;
	const checked = all.reduce((before, record) => review(before, {type: 'addRecord', record}), first.review);
	const plain = stateWith({size, language, screen: 'review', engine: 'offline', reading: done, review: checked});
	const drawn: ShownState = {...plain, viewing: {...plain.viewing, pictures: true}};
	see('reading, done', {...plain, screen: 'reading'});
	see('checking without a passport', {...first, screen: 'review'});
	for (const [how, state] of [
		...(size.columns > 80 ? [] : [['', plain] as const]),
		[', with pictures', drawn] as const,
	]) {
		see(`checking, clean and twice${how}`, state);
		const doubtful = see(`checking, three doubts and a long name${how}`, keys(state, 'J'));
		see(`checking, another reading${how}`, keys(doubtful, 'J'));
		see(`checking, a wrong digit and a long file${how}`, keys(doubtful, 'J', 'J'));
		see(`checking, the last field${how}`, keys(state, ...Array(12).fill('j')));
		const editing = see(`editing a name${how}`, keys(doubtful, 'e'));
		see(`editing, longer than its room${how}`, keys(editing, ...Array(60).fill('q')));
		see(`editing a number, wrong digit${how}`, keys(state, 'e', 'backspace'));
		see(`accepted over doubts${how}`, keys(doubtful, 'a'));
		see(`rejected${how}`, keys(doubtful, 'x'));
		see(`undone${how}`, keys(doubtful, 's', 'u'));
		see(`edited and seen again${how}`, keys(state, 'e', 'backspace', 'q', 'enter', 'K'));
		see(`a key that does nothing${how}`, keys(state, '9'));
		see(`all checked${how}`, keys(state, ...Array(all.length).fill('a')));
	}
	see('checking, letters enlarged', keys(drawn, 'J', 'space'));
	see('checking, the lines enlarged', keys(drawn, 'J', 'space', 'space'));
	see('checking, the page enlarged', keys(drawn, 'J', '+', '+', 'right', 'down'));
	see('checking, the whole page', keys(drawn, 'J', 'space', 'space', 'space'));
	see(
		'checking, the picture has changed',
		update(drawn, {type: 'pictureProblem', path: all[0]!.path, code: 'CHANGED'}).state,
	);
	see('checking while reading', {...drawn, reading: {...drawn.reading, ...progress, phase: 'running'}});

	const list = see('list', keys(plain, 'x', 's', 'l'));
	for (const [index, sort] of listSorts.entries()) see(`list by ${sort}`, keys(list, ...Array(index).fill('s')));
	for (const [index, show] of listShows.entries()) see(`list of ${show}`, keys(list, ...Array(index).fill('f')));
	see('list with numbers, the last row', keys(list, 'v', 'G'));
	see('list, filter', keys(list, '/', 'e', 'r', 'i'));
	see('list, filter without a match', keys(list, '/', 'q', 'q', 'q', 'enter'));
	see('list, empty', {...first, screen: 'list'});

	const writing = keys(plain, 'A', 'y', 'ctrl+e');
	see('export, nothing to write', keys(plain, 'ctrl+e'));
	for (let line = 0; line < 6; line++) see(`export, line ${line + 1}`, keys(writing, ...Array(line).fill('tab')));
	const editor = see('columns', keys(writing, 'c'));
	see('columns, one moved and left out', keys(editor, 'J', 'J', 'down', 'space', 'G'));
	see('columns, the head is typed', keys(editor, 'down', 'e', 'ctrl+u', ...'Family name'));
	see('columns, the set is named', keys(editor, 'space', 'enter', ...'Embassy'));
	const formed = update(keys(writing, 'left'), {
		type: 'formLoaded',
		name: 'manifest',
		loaded: {
			template: parseTemplate(
				'## Arrivals\n{{number}};{{room|required}};{{arrival|date:dd.mm.yyyy}};{{note|or:none}};{{nationality|table:states}}\n',
				'desk.template',
			),
			tables: new Map(),
		},
	}).state;
	see('export, a form', formed);
	see('export, a form that lacks values', keys(formed, 'enter'));
	see('form', keys(formed, 'f'));
	see('form, a day is typed', keys(formed, 'f', 'down', 'down', 'enter', ...'2026-12-0'));
	see('form, a day that is none', keys(formed, 'f', 'down', 'down', 'enter', ...'2026-13-01', 'enter'));
	const written = update(
		{...writing, exporting: {...writing.exporting, writing: 'dialog'}},
		{
			type: 'exported',
			path: `${folder}/${long.slice(0, 20)}/passports-2026-11-22.xlsx`,
			rows: 14,
		},
	).state;
	see('written', written);
	const atOnce = keys(plain, 'A', 'y', 'E', 'a', 'y');
	see(
		'written at once',
		update(atOnce, {type: 'exported', path: `${folder}/passports-2026-11-22.xlsx`, rows: 14}).state,
	);

	const settings = see('settings', keys(plain, ','));
	see('settings, everything set', {...settings, mouse: true, theme: 'contrast', keep: '30d'});
	const commands = see('commands', keys(plain, ':'));
	see('commands, one that is off', keys(commands, ...'undo'));
	see('all about a picture', keys(plain, 'i'));
	see('all about a picture, its end', keys(plain, 'i', 'G'));

	const roots = [`${folder}/a.jpg`, `${folder}/b.jpg`];
	const questions: readonly Question[] = [
		{kind: 'acceptClean', paths: new Set(Array.from({length: 31}, (_, index) => `${index}.jpg`))},
		{kind: 'readAll', paths: Array.from({length: 214}, (_, index) => `${index}.png`)},
		{kind: 'newBatch', paths: roots},
		{kind: 'twice', writing: 'quick', answers: {}, rows: 33, left: 2, first: 'IMG_2033.jpg', differing: 2},
		{kind: 'testAccount'},
		{kind: 'upload', paths: roots, count: 214},
		{kind: 'second', upload: {pages: 12, files: 3}, flaws: []},
		{kind: 'goOnSending', count: 12, charged: true},
		{kind: 'watchSends'},
		{kind: 'quit', count: 36},
		{kind: 'leaving', owed: 3},
	];
	for (const question of questions) see(`question ${question.kind}`, {...plain, question});
	for (const screen of screens) {
		see(`help on ${screen}`, keys({...writing, screen}, screen === 'credentials' ? 'tab' : 'esc-none', '?'));
	}
	const help = keys(plain, '?');
	see('help, narrowed', keys(help, 'a', 'c', 'c'));
	see('help, nothing found', keys(help, 'q', 'q', 'q'));
	see('help, the last key', keys(help, ...Array(60).fill('down')));
	return frames;
}
