import type {Screen} from '../../session/state.ts';
import type {Scope} from './binding.ts';

/** The scopes of each screen, the innermost first, while nothing is typed or asked. */
export const scopesOfScreen: Readonly<Record<Screen, readonly Scope[]>> = {
	welcome: ['welcome', 'menu', 'always'],
	engine: ['engine', 'menu', 'always'],
	credentials: ['credentials', 'always'],
	picker: ['picker', 'list', 'undo', 'always'],
	reading: ['reading', 'list', 'undo', 'always'],
	review: ['review', 'undo', 'always'],
	list: ['batch', 'list', 'undo', 'always'],
	export: ['export', 'always'],
	columns: ['columnList', 'list', 'always'],
	form: ['formList', 'list', 'always'],
	done: ['done', 'menu', 'always'],
	settings: ['menu', 'always'],
	details: ['details', 'list', 'always'],
};

/** Scopes that a screen has only in some states. */
const within: Readonly<Partial<Record<Scope, Scope>>> = {unread: 'review', zoomed: 'review', enlarged: 'review'};

/** Whether keys of two scopes can hold at the same time. Arrows of an enlarged picture hide those of the fields. */
export function scopesTogether(a: Scope, b: Scope): boolean {
	if (a === b) return true;
	const [one, other] = [within[a] ?? a, within[b] ?? b];
	return Object.values(scopesOfScreen).some(scopes => scopes.includes(one) && scopes.includes(other));
}
