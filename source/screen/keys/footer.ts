import {whyNot} from '../../session/disabled-reasons.ts';
import {typingPlace} from '../../session/typing/typing-place.ts';
import type {Messages} from '../../text/index.ts';
import {width} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import type {Binding} from './binding.ts';
import {activeScopes, bindingsOf} from './dispatch.ts';

export type Hint = {
	readonly keys: string;
	readonly text: string;
	/** The first of the keys, as the table of keys has it. */
	readonly key: string;
};

/** How the keys of a binding are written: `j k`, `ctrl+r`, `1-9`. */
export function keyLabel(binding: Binding): string {
	const own = binding.label ?? binding.keys[0]!;
	const partner = binding.pair && bindingsOf(binding.scope).find(({id}) => id === binding.pair);
	return partner ? `${own} ${partner.label ?? partner.keys[0]!}` : own;
}

/** Bindings that hold now, each key once: an inner scope hides the outer one's. */
export function activeBindings(state: ShownState): readonly Binding[] {
	const typing = typingPlace(state) !== undefined;
	const seen = new Set<string>();
	const active: Binding[] = [];
	for (const scope of activeScopes(state)) {
		for (const binding of bindingsOf(scope)) {
			const keys = binding.keys.filter(key => !seen.has(key) && !(typing && scope === 'always' && key.length === 1));
			if (keys.length === 0) continue;
			for (const key of keys) seen.add(key);
			const label = binding.label && keys.includes(binding.keys[0]!) ? binding.label : undefined;
			const {label: _, ...rest} = binding;
			active.push({...rest, keys, ...(label ? {label} : {})});
		}
	}
	return active;
}

const placeOf = ({rank = 0, next}: Binding, state: ShownState): number => (next?.(state) ? Math.min(rank, 1.5) : rank);

/** The footer: the keys that do something now, the most useful first, cut from the right; the help always stays. */
export function footerHints(state: ShownState, text: Messages, columns: number): readonly Hint[] {
	const ranked = activeBindings(state)
		.filter(({rank, told, needs}) => rank !== undefined && !told && needs?.(state) !== false)
		.filter(({id}) => whyNot(state, id) === undefined)
		.map(binding => ({binding, place: placeOf(binding, state)}))
		.sort((a, b) => a.place - b.place)
		.map(({binding}) => ({
			keys: keyLabel(binding),
			key: binding.keys[0]!,
			text: binding.word?.(state, text.app) ?? text.app.actions[binding.id].short,
			last: binding.rank === 0,
		}));
	const wide = (hint: Hint) => width(hint.keys) + 1 + width(hint.text);
	const last = ranked.filter(hint => hint.last);
	let room = columns - last.reduce((sum, hint) => sum + wide(hint), 0);
	const shown: Hint[] = [];
	for (const hint of ranked) {
		if (hint.last || shown.some(({text: said}) => said === hint.text)) continue;
		const needed = wide(hint) + 2;
		if (needed > room) break;
		room -= needed;
		shown.push(hint);
	}
	return [...shown, ...last];
}
