import type {ReactElement} from 'react';
import {windowTop} from '../../../session/picker/window.ts';
import {messages} from '../../../text/index.ts';
import {editSpans} from '../../components/edit-spans.ts';
import {Frame} from '../../components/frame.tsx';
import {scrollSpans} from '../../components/hidden-rows.tsx';
import {Line, Lines} from '../../components/line.tsx';
import {bodyRows, type TextPlace} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {offText} from '../../status.ts';
import {signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {type HelpEntry, helpColumns, helpKey, helpPlace} from './help-keys.ts';

/** Where the filter is typed: for the drawing and for the real cursor. */
export function helpFilterPlace({size, language}: ShownState): TextPlace {
	const x = width(messages(language).app.picker.filter) + 2;
	return {x, y: 2, columns: Math.min(40, size.columns - x - 1)};
}

export function Help({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const parts = helpColumns(state);
	const all = Math.max(...parts.map(part => part.length));
	const rows = bodyRows(state.size) - 2;
	const top = windowTop(helpPlace(state)?.row ?? 0, all, rows);
	const wide = Math.floor((columns - 1) / parts.length);
	const keysWide = Math.min(14, Math.max(4, ...parts.flat().map(entry => ('keys' in entry ? width(entry.keys) : 0))));
	const below = all - rows - top;
	const {filter} = state.help ?? {filter: {text: '', cursor: 0}};
	return (
		<Frame
			state={state}
			title={state.help?.all ? text.help.all : text.titles.help}
			right={state.help?.all ? [] : [span(text.help.keysOn(text.titles[state.screen]), {dim: true})]}
			status={[
				...scrollSpans(state.language, top, below).map(one => ({...one, text: `${one.text.trimStart()}   `})),
				...statusOf(state),
			]}
		>
			<Line
				spans={[span(` ${text.picker.filter} `, {bold: true}), ...editSpans(filter, helpFilterPlace(state).columns)]}
			/>
			<Line spans={[span(signs.rule.repeat(columns), {dim: true})]} />
			{all === 0 && <Line spans={[span(`   ${text.help.none}`, {dim: true})]} />}
			<Lines
				rows={Array.from({length: Math.min(rows, all)}, (_, row) =>
					parts.flatMap(part => entrySpans(part[top + row], wide, keysWide, state.help?.cursor)),
				)}
			/>
		</Frame>
	);
}

/** What is to be said of the key under the cursor. */
function statusOf(state: ShownState): Spans {
	const text = messages(state.language).app;
	const key = helpKey(state);
	if (key?.off) return [span(offText(state.language, key.off), {color: 'look'})];
	if (key?.binding.widget) return [span(text.off.pressKey)];
	return [span(text.help.hint)];
}

function entrySpans(entry: HelpEntry | undefined, wide: number, keysWide: number, cursor: number | undefined): Spans {
	if (!entry || entry.kind === 'gap') return [span(' '.repeat(wide))];
	if (entry.kind === 'heading') return [span(pad(` ${entry.text}`, wide), {bold: true, color: 'accent'})];
	const here = entry.kind === 'key' && entry.place === cursor;
	const off = entry.kind === 'key' && entry.off !== undefined;
	return [
		span(here ? signs.cursor : ' ', {color: 'accent', bold: true}),
		span(`${pad(entry.keys, keysWide)}  `, {dim: off, bold: !off}),
		span(`${pad(entry.text, wide - keysWide - 4)} `, {dim: off, bold: here}),
	];
}
