// A yes to sending the pictures of a folder holds for those that were counted: what comes later needs another one.
import {rmSync, symlinkSync} from 'node:fs';
import {basename, join} from 'node:path';
import {expect, it} from 'vitest';
import {askToUpload} from '../../source/session/reading/start.ts';
import {stateWith, update} from '../support/app-state.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {folderOf} from '../support/pictures.ts';
import {numbered, reading} from '../support/records.ts';
import {openAlone, type SessionAlone, typeAccount} from '../support/session-alone.ts';

const cloud = () => {
	let read = 0;
	return fakeEngine({id: 'xiangyun', concurrency: 8, answer: () => reading(numbered(read++))});
};

/** A session that asks whether to send a folder. */
async function asking(pictures: readonly string[]) {
	const engine = cloud();
	const session = openAlone({engine, pictures, paths: ['.']});
	await session.loaded();
	session.send({type: 'chosen', item: 'start'});
	await session.until(({screen}) => screen === 'engine');
	session.send({type: 'chosen', item: 'xiangyun'});
	await session.until(({screen}) => screen === 'credentials');
	typeAccount(session);
	await session.until(`Send ${pictures.length} pictures to`);
	return {session, engine, sent: () => engine.reads.map(({picture}) => basename(picture.path)).sort()};
}

const isDone = ({store}: SessionAlone) => store.state().reading.phase === 'done';
const states = ({store}: SessionAlone) =>
	Object.fromEntries(store.state().reading.items.map(({path, state}) => [basename(path), state]));

it('sends what was counted, and names what came between the question and the yes', async () => {
	const {session, sent} = await asking(['b.png', 'c.png']);
	// Before the others in the order of the batch, and after them.
	folderOf(['a.png', 'd.png'], session.folder);
	session.press('y');
	await session.until('Not sent, came after the question: a.png, d.png. r on one sends it.');
	await session.until(() => isDone(session));
	expect(sent()).toEqual(['b.png', 'c.png']);
	expect(states(session)).toEqual({'a.png': 'leftOut', 'b.png': 'read', 'c.png': 'read', 'd.png': 'leftOut'});
});

it('sends one of them when the person asks for it, and no other', async () => {
	const {session, sent} = await asking(['b.png', 'c.png']);
	folderOf(['a.png', 'd.png'], session.folder);
	session.press('y');
	await session.until(() => isDone(session));
	session.press('g', 'home', 'r');
	await session.until(() => states(session)['a.png'] === 'read');
	expect(sent()).toEqual(['a.png', 'b.png', 'c.png']);
});

it('says that a picture is gone that was counted, and sends the other one', async () => {
	const {session, sent} = await asking(['b.png', 'c.png']);
	rmSync(join(session.folder, 'b.png'));
	session.press('y');
	await session.until(() => isDone(session));
	expect(sent()).toEqual(['c.png']);
	expect(states(session)).toEqual({'b.png': 'failed', 'c.png': 'read'});
});

it('takes a picture for no other one because a link leads to it by now', async () => {
	const {session, sent} = await asking(['b.png', 'c.png']);
	symlinkSync(join(session.folder, 'b.png'), join(session.folder, 'a.png'));
	session.press('y');
	await session.until(() => isDone(session));
	expect(sent()).toHaveLength(2);
	expect(Object.values(states(session))).not.toContain('leftOut');
});

it('limits what is sent also where nothing was to be sent, and nothing was asked', () => {
	const settings = {accountStored: true, engine: 'xiangyun'} as const;
	const paths = ['/p'];
	const asked = askToUpload(update(stateWith({}), {type: 'settings', settings}).state, paths).state;
	const {effects} = update(asked, {type: 'counted', paths, pictures: ['/p/kept.png'], count: 0});
	expect(effects).toContainEqual({type: 'startBatch', paths, engine: 'xiangyun', agreed: ['/p/kept.png']});
});
