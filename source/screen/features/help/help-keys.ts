import {cleanText} from '../../../core/clean-text.ts';
import type {OffReason} from '../../../session/app/notice.ts';
import {whyNot} from '../../../session/disabled-reasons.ts';
import type {Messages} from '../../../text/index.ts';
import {messages} from '../../../text/index.ts';
import type {Binding, Group} from '../../keys/binding.ts';
import {activeBindings, keyLabel} from '../../keys/footer.ts';
import {bindings} from '../../keys/keymap.ts';
import {isHelpWide} from '../../layout/layout.ts';
import type {ShownState} from '../../shown-state.ts';
import {type Mark, signs} from '../../theme.ts';

/** A key of the help; `off`: why it does nothing now. `place`: its index among the keys that are listed, from 0. */
export type HelpKey = {
	readonly kind: 'key';
	readonly binding: Binding;
	readonly keys: string;
	readonly text: string;
	readonly off: OffReason | undefined;
	readonly place: number;
};

export type HelpEntry =
	| {readonly kind: 'heading'; readonly text: string}
	| HelpKey
	| {readonly kind: 'mark'; readonly keys: string; readonly text: string}
	| {readonly kind: 'gap'};

const groupOrder: readonly Group[] = [
	'field',
	'choose',
	'reading',
	'export',
	'text',
	'move',
	'passport',
	'edit',
	'always',
];

/** The state under the help. */
const beneath = (state: ShownState): ShownState => ({...state, help: undefined, question: undefined});

type Told = {readonly binding: Binding; readonly off: OffReason | undefined};

function allBindings(under: ShownState): readonly Told[] {
	const now = activeBindings(under).map(binding => ({binding, off: whyNot(under, binding.id)}));
	if (under.screen !== 'review' || under.editing) return now;
	// Keys for editing are listed as well: the help is not opened in the middle of a word.
	const editing = activeBindings({...under, editing: {key: 'passport_number', edit: {text: '', cursor: 0}}});
	const later = editing.filter(({scope}) => scope === 'edit').map(binding => ({binding, off: 'onlyEditing' as const}));
	return [...now, ...later];
}

/** Also the actions that only other screens have, each once. */
function withOthers(under: ShownState): readonly Told[] {
	const here = allBindings(under);
	const ids = new Set(here.map(({binding}) => binding.id));
	const others = bindings.filter(({id, widget}) => {
		if (widget || id.startsWith('help.') || id.startsWith('question.') || ids.has(id)) return false;
		ids.add(id);
		return true;
	});
	return [...here, ...others.map(binding => ({binding, off: 'otherScreen' as const}))];
}

/** Those whose key is what was typed; without one, those that do it, in the language of the moment. */
function found(told: readonly Told[], text: Messages, wanted: string): readonly Told[] {
	if (wanted === '') return told;
	const keys = told.filter(
		({binding}) => binding.keys.includes(wanted) || keyLabel(binding).split(' ').includes(wanted),
	);
	if (keys.length > 0) return keys;
	return told.filter(({binding}) => {
		const {short, long} = text.app.actions[binding.id];
		return `${long} ${short} ${binding.id}`.toLowerCase().includes(wanted.toLowerCase());
	});
}

function groupsOf(state: ShownState, text: Messages): readonly HelpEntry[][] {
	const wanted = cleanText(state.help?.filter.text.trim() ?? '');
	const told = found(
		(state.help?.all ? withOthers : allBindings)(beneath(state)).filter(({binding}) => !binding.told),
		text,
		wanted,
	);
	let place = 0;
	const groups = groupOrder.map((group): HelpEntry[] => {
		const inside = told.filter(({binding}) => binding.group === group);
		if (inside.length === 0) return [];
		return [
			{kind: 'heading', text: text.app.help.groups[group]},
			...inside.map(
				({binding, off}): HelpEntry => ({
					kind: 'key',
					binding,
					keys: keyLabel(binding),
					text: text.app.actions[binding.id].long,
					off,
					place: place++,
				}),
			),
		];
	});
	return [...groups, wanted === '' && !state.help?.all ? legend(state, text) : []].filter(group => group.length > 0);
}

function legend({screen}: ShownState, text: Messages): HelpEntry[] {
	if (screen !== 'review' && screen !== 'reading') return [];
	const marks = ['good', 'look', 'bad', 'edited', 'open', 'skipped', 'expired'] as const satisfies readonly Mark[];
	return [
		{kind: 'heading', text: text.app.help.marks},
		...marks.map((mark): HelpEntry => ({kind: 'mark', keys: signs[mark], text: text.app.help.mark[mark]})),
	];
}

/** The help in one or two columns of about equal height, groups kept together. */
export function helpColumns(state: ShownState): readonly (readonly HelpEntry[])[] {
	const groups = groupsOf(state, messages(state.language));
	const joined = (some: readonly HelpEntry[][]): readonly HelpEntry[] =>
		some.flatMap((group, index) => (index === 0 ? group : [{kind: 'gap'} as const, ...group]));
	if (!isHelpWide(state.size) || groups.length < 2) return [joined(groups)];
	let best = 1;
	let height = Number.POSITIVE_INFINITY;
	for (let split = 1; split <= groups.length; split++) {
		const tallest = Math.max(joined(groups.slice(0, split)).length, joined(groups.slice(split)).length);
		if (tallest < height) {
			height = tallest;
			best = split;
		}
	}
	return [joined(groups.slice(0, best)), joined(groups.slice(best))];
}

const isKey = (entry: HelpEntry | undefined): entry is HelpKey => entry?.kind === 'key';

export const helpKeys = (state: ShownState): readonly HelpKey[] => helpColumns(state).flat().filter(isKey);

/** Where the cursor is, in columns and rows; undefined when nothing is listed. */
export function helpPlace(state: ShownState): {readonly column: number; readonly row: number} | undefined {
	for (const [column, entries] of helpColumns(state).entries()) {
		const row = entries.findIndex(entry => isKey(entry) && entry.place === state.help?.cursor);
		if (row >= 0) return {column, row};
	}
	return undefined;
}

/** The key under the cursor. */
export const helpKey = (state: ShownState): HelpKey | undefined => helpKeys(state)[state.help?.cursor ?? 0];
