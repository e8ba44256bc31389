import {grouped} from '../../core/grouped.ts';
import {onceForEach} from '../../core/remember.ts';
import type {Question} from '../../session/app/question-state.ts';
import {typedLine} from '../../session/export/typed-line.ts';
import {isUnreadHere} from '../../session/review/view-model.ts';
import {typingPlace} from '../../session/typing/typing-place.ts';
import type {Key} from '../../terminal/keyboard/key.ts';
import {isTooSmall} from '../layout/layout.ts';
import type {ShownState} from '../shown-state.ts';
import type {Binding, Scope} from './binding.ts';
import {bindings} from './keymap.ts';
import {scopesOfScreen} from './scopes.ts';

/** ink-text-input has the keyboard: it must get the keys that no action takes. */
export const widgetTypes = (state: ShownState): boolean => {
	const place = typingPlace(state);
	return place === 'credentials' || place === 'name';
};

const scopesOfQuestion: Readonly<{[kind in Question['kind']]?: readonly Scope[]}> = {
	rest: ['rest'],
	columns: ['columns', 'question'],
	twice: ['twice', 'question'],
	again: ['again'],
	whichDate: ['whichDate'],
	leaving: ['leaving'],
	testAccount: ['paid'],
	upload: ['upload', 'paid'],
	uploadRest: ['upload', 'paid'],
	second: ['paid'],
	goOnSending: ['paid'],
	watchSends: ['paid'],
};

/** Arrows move what is enlarged: letters along their line, a page in every direction. */
function zoomScopes({screen, viewing: {pictures, zoom, scale}}: ShownState): readonly Scope[] {
	if (screen !== 'review' || !pictures) return [];
	if (zoom === 'letters') return ['zoomed'];
	return zoom === 'page' && scale > 1 ? ['zoomed', 'enlarged'] : [];
}

const keysOfQuestion = (kind: Question['kind']): readonly Scope[] => scopesOfQuestion[kind] ?? ['question'];

/** The key is for a question that went a moment ago: nothing else may come of it. */
export const isLateAnswer = ({withdrawn}: ShownState, {id}: Key): boolean =>
	withdrawn !== undefined &&
	keysOfQuestion(withdrawn.kind).some(scope => bindingsOf(scope).some(({keys}) => keys.includes(id)));

/** Scopes whose keys hold now, the innermost first. */
export function activeScopes(state: ShownState): readonly Scope[] {
	if (state.question) return keysOfQuestion(state.question.kind);
	const place = typingPlace(state);
	if (place) return [place, 'always'];
	const own = state.screen === 'review' && isUnreadHere(state.review) ? (['unread'] as const) : [];
	return [...own, ...zoomScopes(state), ...scopesOfScreen[state.screen]];
}

const byScope = onceForEach((all: readonly Binding[]) => grouped(all, ({scope}) => [scope]));

/** Of all bindings, those of a scope. */
export const bindingsOf = (scope: Scope): readonly Binding[] => byScope(bindings).get(scope) ?? [];

/** While text is typed, a key of the outer scopes that is a letter belongs to the text. */
const isLetter = (key: string): boolean => key === 'space' || [...key].length === 1;

export function findBinding(state: ShownState, key: string): Binding | undefined {
	const typing = typingPlace(state) !== undefined;
	for (const scope of activeScopes(state)) {
		if (typing && scope === 'always' && isLetter(key)) continue;
		const found = bindingsOf(scope).find(({keys}) => keys.includes(key));
		if (found) return found;
	}
	return undefined;
}

/**
 * True when the app itself acts on this key; other keys pass to Ink's widgets. They get only keys that they handle
 * rightly: ink-text-input would take delete for backspace and, left of the first character, insert elsewhere.
 */
export function takesKey(state: ShownState, key: Key): boolean {
	if (isTooSmall(state.size) || isLateAnswer(state, key)) return true;
	const binding = findBinding(state, key.id);
	if (binding) return binding.widget !== true || binding.scope === 'edit';
	if (!widgetTypes(state)) return true;
	if (key.type !== 'key') return false;
	const {credentials, exporting} = state;
	const field = state.screen === 'export' ? (typedLine(exporting) ?? 'file') : undefined;
	const line = field ? exporting[field] : credentials[credentials.focus];
	if (key.id === 'left') return line.cursor === 0;
	if (key.id === 'right') return line.cursor === line.text.length;
	return key.id !== 'backspace';
}
