import type {Messages} from '../text/index.ts';
import {messages} from '../text/index.ts';
import {activeBindings, keyLabel} from './footer.ts';
import type {Binding, Group} from './keymap.ts';
import type {AppState} from './state.ts';
import {type Mark, signs} from './theme.ts';

export type HelpEntry =
	| {readonly kind: 'heading'; readonly text: string}
	| {readonly kind: 'key'; readonly keys: string; readonly text: string; readonly off: boolean}
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
const beneath = (state: AppState): AppState => ({...state, help: undefined, question: undefined});

function allBindings(state: AppState): readonly Binding[] {
	const under = beneath(state);
	const now = activeBindings(under);
	if (under.screen !== 'review' || under.editing) return now;
	// What holds while editing is told as well: nobody opens the help in the middle of a word.
	const editing = activeBindings({...under, editing: {key: 'passport_number', edit: {text: '', cursor: 0}}});
	return [...now, ...editing.filter(({scope}) => scope === 'edit')];
}

function entries(state: AppState, text: Messages): readonly HelpEntry[][] {
	const under = beneath(state);
	const told = allBindings(state).filter(binding => !binding.told);
	const groups = groupOrder.map((group): HelpEntry[] => {
		const inside = told.filter(binding => binding.group === group);
		if (inside.length === 0) return [];
		return [
			{kind: 'heading', text: text.app.help.groups[group]},
			...inside.map(
				(binding): HelpEntry => ({
					kind: 'key',
					keys: keyLabel(binding),
					text: text.app.actions[binding.id].long,
					off: binding.off?.(under) !== undefined,
				}),
			),
		];
	});
	const marks: readonly Mark[] =
		state.screen === 'review' || state.screen === 'reading' ? ['good', 'look', 'bad', 'edited', 'open', 'skipped'] : [];
	const legend = marks.map(
		(mark): HelpEntry => ({
			kind: 'key',
			keys: signs[mark],
			text: text.app.help.mark[mark as keyof typeof text.app.help.mark],
			off: false,
		}),
	);
	const markGroup: HelpEntry[] = legend.length > 0 ? [{kind: 'heading', text: text.app.help.marks}, ...legend] : [];
	return [...groups, markGroup].filter(group => group.length > 0);
}

/** The help in one or two columns of about equal height, groups kept together. */
export function helpColumns(state: AppState): readonly (readonly HelpEntry[])[] {
	const groups = entries(state, messages(state.language));
	const joined = (some: readonly HelpEntry[][]): readonly HelpEntry[] =>
		some.flatMap((group, index) => (index === 0 ? group : [{kind: 'gap'} as const, ...group]));
	if (state.size.columns < 76) return [joined(groups)];
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

export const helpRows = (state: AppState): number => Math.max(...helpColumns(state).map(column => column.length));
