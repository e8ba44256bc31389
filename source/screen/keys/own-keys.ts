import {isKeyName, type KeysProblem, type OwnKeys} from '../../core/settings/own-keys.ts';
import type {Binding, Scope} from './binding.ts';
import {scopesTogether} from './scopes.ts';

/** Where keys can be changed. Where text is typed or something is asked, each key has a meaning that is written beside it. */
const changeable: ReadonlySet<Scope> = new Set([
	'always',
	'undo',
	'list',
	'welcome',
	'picker',
	'reading',
	'review',
	'zoomed',
	'enlarged',
	'export',
	'done',
	'batch',
]);

export const canChange = ({id, scope, widget}: Binding): boolean =>
	changeable.has(scope) && widget !== true && id !== 'field.take';

/** The table of keys with those of the person's own in place of the usual ones, or what is wrong with them. */
export function withOwnKeys(usual: readonly Binding[], own: OwnKeys): readonly Binding[] | KeysProblem {
	for (const [id, keys] of Object.entries(own)) {
		const wrong = keys.find(key => !isKeyName(key));
		if (wrong !== undefined) return {code: 'unknown-key', id, key: wrong};
		const bound = usual.filter(binding => binding.id === id);
		if (bound.length === 0) return {code: 'unknown-action', id};
		if (!bound.some(canChange)) return {code: 'fixed', id};
	}
	const changed = usual.map(binding => {
		const keys = own[binding.id];
		if (!keys || keys.length === 0 || !canChange(binding)) return binding;
		const {label: _, ...rest} = binding;
		return {...rest, keys};
	});
	return clash(usual, changed) ?? changed;
}

/** Two actions with one key on one screen, where the usual table has none. */
function clash(usual: readonly Binding[], changed: readonly Binding[]): KeysProblem | undefined {
	for (const [index, binding] of changed.entries()) {
		if (binding === usual[index]) continue;
		for (const [place, other] of changed.entries()) {
			if (other.id === binding.id || !scopesTogether(binding.scope, other.scope)) continue;
			const key = binding.keys.find(one => other.keys.includes(one));
			const before = usual[index]!.keys.some(one => one === key) && usual[place]!.keys.some(one => one === key);
			if (key !== undefined && !before) return {code: 'clash', id: binding.id, other: other.id, key};
		}
	}
	return undefined;
}
