import {readFileSync, writeFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {helpColumns} from '../../source/screen/features/help/help-keys.ts';
import {openHelp} from '../../source/screen/features/help/help-moves.ts';
import {activeScopes} from '../../source/screen/keys/dispatch.ts';
import {activeBindings, footerHints} from '../../source/screen/keys/footer.ts';
import {bindings} from '../../source/screen/keys/keymap.ts';
import {width} from '../../source/screen/layout/width.ts';
import type {ShownState} from '../../source/screen/shown-state.ts';
import type {ActId} from '../../source/session/act-id.ts';
import {newList} from '../../source/session/batch-list/update.ts';
import {act} from '../../source/session/carry-out.ts';
import {whyNot} from '../../source/session/disabled-reasons.ts';
import {messages} from '../../source/text/index.ts';
import {at, screens, stateWith} from '../support/app-state.ts';
import {keyTable} from '../support/key-table.ts';

const places: readonly (readonly [string, ShownState])[] = [
	...screens.map(screen => [screen, stateWith({screen})] as const),
	['filter', stateWith({screen: 'picker', picker: {filtering: true}})],
	['list filter', stateWith({screen: 'list', list: {...newList, filtering: true}})],
	['edit', stateWith({screen: 'review', editing: {key: 'surname_english', edit: {text: '', cursor: 0}}})],
	['file name', stateWith({screen: 'export', exporting: {focus: 'file'}})],
	['question', stateWith({question: {kind: 'readAll', paths: ['1.png', '2.png']}})],
	['question of money', stateWith({question: {kind: 'upload', paths: ['/p'], count: 2}})],
	['help', stateWith({help: openHelp})],
];

describe('the key map', () => {
	it('binds no key twice in one scope', () => {
		const seen = bindings.flatMap(({scope, keys}) => keys.map(key => `${scope} ${key}`));
		expect(seen.filter((key, index) => seen.indexOf(key) !== index)).toEqual([]);
	});

	it.each(places)('gives every key that is shown one meaning on the screen: %s', (_, state) => {
		const scopes = activeScopes(state);
		for (const binding of bindings.filter(({scope}) => scopes.includes(scope) && scope !== 'always')) {
			const outer = scopes.slice(scopes.indexOf(binding.scope) + 1);
			const hidden = bindings.filter(
				other => outer.includes(other.scope) && other.keys.some(key => binding.keys.includes(key)),
			);
			// Help, quit and language must be reachable everywhere; esc may go one level up in its own way.
			const own = ['app.back', ...(binding.id === 'help.close' ? ['app.help'] : [])];
			expect(hidden.map(({id}) => id).filter(id => !own.includes(id))).toEqual([]);
		}
	});

	it('has an act or a widget for every action, and words in both languages', () => {
		for (const {id, widget, pair, told, scope} of bindings) {
			const ofHelp = id.startsWith('help.') || id === 'app.help' || id === 'app.actions';
			if (!widget && !ofHelp) expect(act(stateWith(), id as ActId, {at}).state, id).toBeDefined();
			for (const language of ['en', 'zh'] as const) {
				const {short, long} = messages(language).app.actions[id];
				expect(short.length * long.length).toBeGreaterThan(0);
				expect(width(short)).toBeLessThanOrEqual(16);
			}
			if (pair) expect(bindings.some(other => other.id === pair && other.scope === scope && other.told)).toBe(true);
			if (told) expect(bindings.some(other => other.pair === id && other.scope === scope)).toBe(true);
		}
	});

	it('names no key that Ink or a terminal cannot distinguish from another', () => {
		const keys = bindings.flatMap(binding => binding.keys);
		for (const key of ['ctrl+i', 'ctrl+m', 'ctrl+h', 'ctrl+j']) expect(keys).not.toContain(key);
		expect(keys.filter(key => /^f\d/.test(key))).toEqual([]);
	});
});

describe('the footer', () => {
	it.each(places)('names only keys that do something, and each thing once: %s', (_, state) => {
		const hints = footerHints(state, messages('en'), 400);
		const named = hints.map(hint => activeBindings(state).find(({keys}) => keys[0] === hint.key)!.id);
		expect(named.filter(id => whyNot(state, id) !== undefined)).toEqual([]);
		expect(new Set(hints.map(({text}) => text)).size).toBe(hints.length);
	});

	it('has the key of forms for the format that is one, and none where it does nothing', () => {
		const keysOf = (state: ShownState) => footerHints(state, messages('en'), 400).map(({keys}) => keys);
		expect(keysOf(stateWith({screen: 'export'}))).not.toContain('f');
		expect(keysOf(stateWith({screen: 'export', exporting: {format: 'template'}}))).toContain('f');
		expect(keysOf(stateWith({screen: 'review'}))).toEqual(['esc', 'L', 'ctrl+c', '?']);
		const help = stateWith({help: openHelp});
		expect(keysOf(help)).toContain('← →');
		expect(keysOf({...help, size: {columns: 60, rows: 16}})).not.toContain('← →');
	});

	for (const language of ['en', 'zh'] as const) {
		for (const columns of [60, 80, 120]) {
			it.each(places)(`fits ${columns} columns and keeps the help, ${language}: %s`, (name, state) => {
				const hints = footerHints({...state, language}, messages(language), columns - 1);
				const wide = hints.reduce((sum, hint) => sum + width(hint.keys) + 1 + width(hint.text) + 2, 1);
				expect(wide - 2).toBeLessThanOrEqual(columns);
				const typing = [
					'filter',
					'list filter',
					'edit',
					'file name',
					'credentials',
					'question',
					'question of money',
				].includes(name);
				expect(hints.some(hint => hint.keys.startsWith('?'))).toBe(!typing);
				expect(hints.length).toBeGreaterThan(1);
			});
		}
	}
});

describe('the help', () => {
	it('shows every key of the review screen, and those of editing', () => {
		const told = helpColumns(stateWith({screen: 'review'}))
			.flat()
			.flatMap(entry => (entry.kind === 'key' ? [entry.keys] : []));
		for (const keys of [
			'enter',
			'a',
			'x',
			's',
			'e',
			'1-9',
			'J K',
			'n N',
			'A',
			'E',
			'ctrl+e',
			'u',
			'ctrl+r',
			'L',
			'?',
		]) {
			expect(told).toContain(keys);
		}
		expect(told).toContain('ctrl+u');
	});

	it.each(['en', 'zh'] as const)('is read whole at 80 columns: %s', language => {
		for (const [name, state] of places.filter(([, {question, help}]) => !question && !help)) {
			const columns = helpColumns({...state, language}).flat();
			const keys = Math.max(...columns.map(entry => (entry.kind === 'key' ? width(entry.keys) : 0)));
			expect(keys, name).toBeLessThanOrEqual(12);
			for (const entry of columns) {
				if (entry.kind === 'key') expect(width(entry.text), entry.text).toBeLessThanOrEqual(39 - keys - 4);
			}
		}
	});

	it('greys what cannot be used now', () => {
		const entries = helpColumns(stateWith({screen: 'review'})).flat();
		expect(entries.find(entry => entry.kind === 'key' && entry.keys === 'u')).toMatchObject({off: 'nothingToUndo'});
		expect(entries.find(entry => entry.kind === 'key' && entry.keys === 'L')).toMatchObject({off: undefined});
	});
});

describe('the page of keys', () => {
	it('shows the keys as the key map has them', () => {
		const place = new URL('../../source/reference/keys.md', import.meta.url);
		const between = /(?<=<!-- keys -->\n\n)[\s\S]*?(?=\n\n<!-- \/keys -->)/;
		const page = readFileSync(place, 'utf8');
		if (process.env.UPDATE_README) writeFileSync(place, page.replace(between, keyTable));
		else expect(between.exec(page)?.[0], 'UPDATE_README=1 with this test writes it again').toBe(keyTable());
	});
});
