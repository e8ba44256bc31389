import {afterEach, describe, expect, it} from 'vitest';
import {isProblem, parseOwnKeys} from '../../source/core/settings/own-keys.ts';
import {footerHints} from '../../source/screen/keys/footer.ts';
import {keyNames} from '../../source/screen/keys/key-names.ts';
import {bindings, setOwnKeys} from '../../source/screen/keys/keymap.ts';
import {messages} from '../../source/text/index.ts';
import {press, withRecords} from '../support/app-state.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {numbered, reading, recordOf} from '../support/records.ts';

afterEach(() => void setOwnKeys({}));

const checking = () => withRecords(recordOf('/p/a.png', {sha256: 'a', reading: reading(numbered(1))}));

describe('keys of the person’s own', () => {
	it('do what the usual ones did, which do nothing any more; the footer and sentences name them', () => {
		expect(setOwnKeys({'passport.accept': ['y'], 'passport.copyPath': ['Y']})).toBeUndefined();
		expect(press(checking(), 'a').state.review.records[0]!.review.state).toBe('unreviewed');
		expect(press(checking(), 'y').state.review.records[0]!.review.state).toBe('accepted');
		expect(footerHints(checking(), messages('en'), 200).map(({keys}) => keys)).toContain('y');
		expect(keyNames('en')('passport.accept')).toBe('y');
	});

	it.each([
		[{'passport.accept': ['x']}, {code: 'clash', id: 'passport.accept', other: 'passport.reject', key: 'x'}],
		[{'passport.accept': ['L']}, {code: 'clash', id: 'passport.accept', other: 'app.language', key: 'L'}],
		[{'passport.acept': ['y']}, {code: 'unknown-action', id: 'passport.acept'}],
		[{'passport.accept': ['f17']}, {code: 'unknown-key', id: 'passport.accept', key: 'f17'}],
		[{'passport.accept': ['ctrl+c']}, {code: 'unknown-key', id: 'passport.accept', key: 'ctrl+c'}],
		[{'question.yes': ['j']}, {code: 'fixed', id: 'question.yes'}],
		[{'edit.save': ['s']}, {code: 'fixed', id: 'edit.save'}],
	])('are not used at all where one is wrong: %j', (own, problem) => {
		const before = bindings;
		expect(setOwnKeys({'batch.sort': ['o'], ...own})).toEqual(problem);
		expect(bindings).toEqual(before);
	});

	it('may be one that another screen uses', () => {
		expect(setOwnKeys({'picker.sort': ['x'], 'reading.pause': ['s']})).toBeUndefined();
	});

	it('may change places', () => {
		expect(setOwnKeys({'passport.accept': ['x'], 'passport.reject': ['a']})).toBeUndefined();
		expect(press(checking(), 'a').state.review.records[0]!.review.state).toBe('rejected');
	});
});

describe('keys in a command', () => {
	const isAction = (id: string) => id.startsWith('passport.');

	it('are pairs of an action and a key, an action again for each of its keys', () => {
		expect(parseOwnKeys(' passport.accept=y passport.accept== passport.skip=space ', isAction)).toEqual({
			'passport.accept': ['y', '='],
			'passport.skip': ['space'],
		});
	});

	it.each(['passport.accept', 'x.y=z', 'passport.accept=ctrl+alt+q', '=y'])('are refused: %s', text => {
		const parsed = parseOwnKeys(text, isAction);
		expect(isProblem(parsed)).toBe(true);
	});
});

describe('the search of all actions', () => {
	it('finds actions of this screen and runs them, and says of others where they are', async () => {
		const app = openDrawn();
		await app.waitFor('Start');
		await app.walk(':');
		await app.waitFor('All actions');
		app.type('invert');
		await app.waitFor('invert the choice');
		await app.waitFor('That is done on another screen.');
		await app.walk('enter');
		expect(app.screen()[0]).toContain('All actions');
		await app.walk('esc');
		app.type('setti');
		await app.waitFor(lines => lines.some(line => /^.?▸?\S* *, +settings/.test(line.trim())));
		await app.walk('enter');
		await app.waitFor(([first = '']) => first.includes('Settings'));
	});
});
