import type {ReactElement} from 'react';
import {messages} from '../../text/index.ts';
import {ageText} from '../../text/retention-text.ts';
import {Frame} from '../components/frame.tsx';
import {Blank, Line} from '../components/line.tsx';
import {type Choice, Menu} from '../components/menu.tsx';
import {bodyRows} from '../layout/layout.ts';
import {span} from '../layout/spans.ts';
import {cutStart, pad, width, wrap} from '../layout/width.ts';
import {statusSpans} from '../status.ts';
import type {ScreenProps} from './props.ts';

/** What can be set in the session: a choice is its next value, and stored at once. */
export function Settings({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const gap = bodyRows(state.size) < 14 ? 0 : 1;
	const {settings: text, titles} = messages(state.language).app;
	const rows = [
		['language', text.language, text.languageNow],
		['theme', text.theme, text.themes[state.theme]],
		['mouse', text.mouse, state.mouse ? text.on : text.off],
		['keep', text.keep, state.keep === undefined ? text.keepAll : ageText(state.keep, messages(state.language))],
	] as const;
	const wide = Math.max(...rows.map(([, name]) => width(name))) + 3;
	const choices: readonly Choice[] = rows.map(([value, name, now]) => ({value, label: pad(name, wide) + now}));
	const known = state.background === undefined ? [text.unknownBackground] : [];
	const notes = [
		...(state.theme === 'auto' || state.theme === 'contrast' ? known : []),
		...(state.mouse ? [text.selection] : []),
		...(state.keep === undefined ? [] : [text.kept]),
	];
	return (
		<Frame state={state} title={titles.settings} status={statusSpans(state, text.hint)}>
			<Blank rows={gap} />
			<Menu state={state} send={send} choices={choices} />
			<Blank rows={gap} />
			{[...notes.flatMap(note => wrap(note, columns - 3)), text.file(cutStart(state.settingsFile, columns - 20))].map(
				note => (
					<Line key={note} spans={[span(`  ${note}`, {dim: true})]} />
				),
			)}
		</Frame>
	);
}
