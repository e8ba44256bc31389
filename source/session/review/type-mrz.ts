import type {TypedDraft} from '../../core/journal/entry.ts';
import {checkTyped, holdsName, type TypedLines, typedLength, typedLine} from '../../core/passport/typed-mrz.ts';
import type {AppState} from '../state.ts';
import {type Act, type Transition, transition} from '../transition.ts';
import {startEdit, type TextEdit, type TextEditEvent, updateEdit} from '../typing/text-edit.ts';
import {emptyText} from '../typing/typing.ts';
import type {TypingMrz} from './state.ts';
import {usualView} from './state.ts';
import {decideInReview} from './update.ts';

const begin = (state: AppState): Transition =>
	transition({
		...state,
		typingMrz: {lines: [emptyText, emptyText], at: 0, asked: false},
		viewing: {...state.viewing, ...usualView},
	});

/** What is noted of the lines, for a person who comes back to them. */
export const draftOf = ({lines, at}: TypingMrz): TypedDraft => ({
	lines: lines.map(({text}) => text),
	at,
	cursor: lines[at].cursor,
});

/** The lines as they were left; undefined where they are none of two lines. */
export function typingAgain({lines, at, cursor}: TypedDraft): TypingMrz | undefined {
	const [first, second, ...more] = lines.map(text => startEdit(typedLine(text)));
	if (!first || !second || more.length > 0) return undefined;
	const typing: TypingMrz = {lines: [first, second], at: at === 1 ? 1 : 0, asked: false};
	const {text} = typing.lines[typing.at];
	const place = Math.min(text.length, Math.max(0, Math.trunc(cursor)));
	return {...typing, lines: withLine(typing, {text, cursor: place})};
}

/** Whether nothing but the line that is being typed is another: a line that was finished is noted at once. */
export const isSameButTyped = (a: TypingMrz | undefined, b: TypingMrz | undefined): boolean =>
	a === b || (!!a && !!b && a.at === b.at && a.asked === b.asked && a.lines[1 - a.at] === b.lines[1 - b.at]);

const withLine = ({lines, at}: TypingMrz, line: TextEdit): TypingMrz['lines'] =>
	at === 0 ? [line, lines[1]] : [lines[0], line];

/** A change of the line that is typed, brought into its alphabet at once. Both lines may be pasted together. */
export function typeMrz(state: AppState, change: TextEditEvent): Transition {
	const {typingMrz} = state;
	if (!typingMrz) return transition(state);
	const pasted = change.type === 'insert' ? change.text.trim().split(/\s+/).map(typedLine) : [];
	const [first, second] = pasted;
	if (pasted.length === 2 && first && second && second.length >= typedLength - 4) {
		return transition({...state, typingMrz: {lines: [startEdit(first), startEdit(second)], at: 1, asked: false}});
	}
	const line = typingMrz.lines[typingMrz.at];
	const edit = updateEdit(line, change);
	if (edit === line) return transition(state);
	const text = typedLine(edit.text);
	const cursor = Math.min(text.length, typedLine(edit.text.slice(0, edit.cursor)).length);
	return transition({...state, typingMrz: {...typingMrz, lines: withLine(typingMrz, {text, cursor}), asked: false}});
}

/** The lines as they would be printed: line 1 ends in fillers, which a person need not count. */
const typedLines = ({lines}: TypingMrz): TypedLines => [lines[0].text.padEnd(typedLength, '<'), lines[1].text];

function refused(state: AppState, typingMrz: TypingMrz, at: 0 | 1): Transition {
	const {length} = typingMrz.lines[at].text;
	const notice = {kind: 'typedLength', params: {line: at + 1, length, of: typedLength}, tone: 'bad'} as const;
	return transition({...state, notice, typingMrz: {...typingMrz, at}});
}

/** To line 2, then done. What a check digit contradicts is said once before it is taken. */
const next: Act = (state, {at}) => {
	const {typingMrz} = state;
	if (!typingMrz) return transition(state);
	const {text: first} = typingMrz.lines[0];
	if (first.length > typedLength) return refused(state, typingMrz, 0);
	// Before the other line is typed: it would be typed in vain.
	if (first !== '' && !holdsName(first)) {
		const notice = {kind: 'typedFirst', params: {}, tone: 'bad'} as const;
		return transition({...state, notice, typingMrz: {...typingMrz, at: 0}});
	}
	if (typingMrz.at === 0 && first !== '') return transition({...state, typingMrz: {...typingMrz, at: 1}});
	const lines = typedLines(typingMrz);
	const {missing, digits} = checkTyped(lines);
	const short = first === '' ? 0 : missing.findIndex(count => count !== 0);
	if (short !== -1) return refused(state, typingMrz, short === 0 ? 0 : 1);
	const wrong = digits.filter(({verdict}) => verdict === 'refuted').map(({name}) => name);
	if (wrong.length > 0 && !typingMrz.asked) {
		const notice = {kind: 'typedWrong', params: {digits: wrong}, tone: 'bad'} as const;
		return transition({...state, notice, typingMrz: {...typingMrz, asked: true}});
	}
	return decideInReview({...state, typingMrz: undefined}, {type: 'typeLines', lines, at});
};

export const typeMrzActs = {
	'mrz.type': begin,
	'mrz.next': next,
	'mrz.line': state =>
		transition(
			state.typingMrz ? {...state, typingMrz: {...state.typingMrz, at: state.typingMrz.at === 0 ? 1 : 0}} : state,
		),
	'mrz.drop': state => transition({...state, typingMrz: undefined}),
} as const satisfies Readonly<Record<string, Act>>;
