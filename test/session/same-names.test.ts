// Two pictures of one name in two folders are distinguished wherever the session names one.
import {describe, expect, test} from 'vitest';
import {exportPreview} from '../../source/session/export/preview.ts';
import {pictureName} from '../../source/session/picture-name.ts';
import {kinNote, kinSentence} from '../../source/session/review/people-view.ts';
import {press, update, withRecords} from '../support/app-state.ts';
import {numbered, person, reading, recordOf} from '../support/records.ts';

const folder = '/home/anna/in';
const placed = (path: string, given: string) => ({
	...person('x', {given_name_english: given}),
	path: `${folder}/${path}`,
});

describe.each(['en', 'zh'] as const)('two pictures of one name: %s', language => {
	const records = [placed('smith/p.jpg', 'ANNA'), placed('jones/p.jpg', 'EVA'), placed('q.jpg', 'ANNA')];
	const state = {...withRecords(...records), language};

	test('a sentence about one names it apart', () => {
		expect(kinSentence(state, state.review.records[0]!, 'x')).toContain('jones/p.jpg');
		expect(kinNote(state, state.review.records[1]!)).toContain('smith/p.jpg');
		expect(pictureName(state, `${folder}/q.jpg`)).toBe('q.jpg');
	});

	test('the preview of the list, and the list, name it apart', () => {
		const {rows} = exportPreview(state, 1, state.review.records);
		expect(rows[0]![1]).toBe('smith/p.jpg');
		const effects = press(state, 'a', 'a', 'a', 'E', 'o', 'b').effects;
		const written = effects.find(({type}) => type === 'export');
		expect(written?.type === 'export' && written.request.names?.get(`${folder}/jones/p.jpg`)).toBe('jones/p.jpg');
	});

	test('notices name it apart', () => {
		const paths = ['smith/p.jpg', 'jones/p.jpg', 'q.jpg'].map(path => `${folder}/${path}`);
		const proven = paths.map((path, place) => recordOf(path, {sha256: path, reading: reading(numbered(place + 1))}));
		const before = {...withRecords(...proven), language};
		const found = paths.slice(0, 2).map(path => ({path, sha256: path, now: 'gone' as const, undecided: true}));
		const {state: without} = update(before, {type: 'picturesNow', found});
		expect(without.notice).toMatchObject({params: {gone: ['smith/p.jpg', 'jones/p.jpg']}});
		expect(press(without, 'A', 'y').state.notice).toMatchObject({params: {without: ['smith/p.jpg', 'jones/p.jpg']}});
		const notice = (event: Parameters<typeof update>[1]) => update(before, event).state.notice;
		expect(notice({type: 'later', path: paths[0]!, sidecar: '/x/p.json'})).toMatchObject({
			params: {file: 'smith/p.jpg'},
		});
		const late = {type: 'cameLate', paths: [`${folder}/late/p.jpg`, `${folder}/late/z.jpg`]} as const;
		expect(notice(late)).toMatchObject({params: {names: ['late/p.jpg', 'z.jpg']}});
	});

	test('a picture that comes later changes the names', () => {
		const later = {...withRecords(...records, placed('third/q.jpg', 'LISA')), language};
		expect(pictureName(later, `${folder}/third/q.jpg`)).toBe('third/q.jpg');
		expect(pictureName(state, `${folder}/q.jpg`)).toBe('q.jpg');
	});
});
