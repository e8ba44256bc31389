import {resolve} from 'node:path';
import type {ReactElement} from 'react';
import {sendsAll} from '../../core/engines/choice.ts';
import {cloudName, engineName} from '../../session/account/engine-name.ts';
import {keptLabel} from '../../session/journal/reused-label.ts';
import {readingStats} from '../../session/reading/stats.ts';
import {shownPath} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {Frame} from '../components/frame.tsx';
import {Blank, Line} from '../components/line.tsx';
import {type Choice, Menu} from '../components/menu.tsx';
import {keyNames} from '../keys/key-names.ts';
import {bodyRows} from '../layout/layout.ts';
import {span} from '../layout/spans.ts';
import {cutStart, pad, width} from '../layout/width.ts';
import {statusSpans} from '../status.ts';
import type {ScreenProps} from './props.ts';

/** The first frame: drawn before settings, pictures or the network are touched. */
export function Welcome({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const roomy = bodyRows(state.size) >= 16;
	const step = Math.max(...text.welcome.steps.map(([name]) => width(name)));
	const start = state.demo ? text.welcome.startDemo : state.paths.length > 0 ? startText(state) : text.welcome.start;
	const stats = readingStats(state);
	const choices: readonly Choice[] = [
		// After one esc too many, the way back to the batch is here.
		...(state.reading.phase === 'idle'
			? []
			: [{value: 'reading', label: text.welcome.toReading(stats.done, stats.total)} as const]),
		{value: 'start', label: start},
		...(state.resumable && !state.demo
			? [{value: 'goOn', label: keptLabel(state, state.resumable, shortened(columns - 6))} as const]
			: []),
		...(state.demo ? [] : [{value: 'engine', label: text.welcome.engine(engineName(state))} as const]),
		{value: 'language', label: text.welcome.toLanguage(keyNames(state.language))},
		{value: 'settings', label: text.titles.settings},
		{value: 'quit', label: text.welcome.quit},
	];
	const where = state.engine && sendsAll(state.engine) ? text.welcome.cloud(cloudName(state)) : text.welcome.staysHere;
	const notes = state.demo ? [text.welcome.demo, text.welcome.kept] : [where, text.welcome.kept];
	return (
		<Frame state={state} title={text.titles.welcome} status={statusSpans(state, '')}>
			{roomy && <Blank />}
			<Line spans={[span(`  ${text.welcome.line}`, {bold: true})]} />
			<Blank />
			{roomy &&
				text.welcome.steps.map(([name, what], index) => (
					<Line
						key={name}
						spans={[span(`    ${index + 1}  `, {color: 'accent'}), span(pad(name, step + 3), {bold: true}), span(what)]}
					/>
				))}
			{roomy && <Blank />}
			<Menu state={state} send={send} choices={choices} />
			<Blank rows={roomy ? 2 : 1} />
			{notes.map(note => (
				<Line key={note} spans={[span(`  ${note}`, {dim: true})]} />
			))}
		</Frame>
	);
}

const shortened = (columns: number) => (place: string, label: string) =>
	cutStart(place, Math.max(8, columns - width(label)));

/** Names what will be read: a person who gave a path must see that it was understood. */
function startText({language, paths, folder, home, size}: ScreenProps['state']): string {
	const text = messages(language).app.welcome;
	const [first = ''] = paths;
	const name = resolve(folder, first) === folder ? shownPath(folder, home) : shownPath(first, home);
	return text.startWith(cutStart(name, size.columns - 30), paths.length - 1);
}
