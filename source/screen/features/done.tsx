import type {ReactElement} from 'react';
import {formats} from '../../core/export/formats.ts';
import {exportPreview} from '../../session/export/preview.ts';
import {scriptOf} from '../../session/export/script-line.ts';
import {unusualTexts} from '../../session/export/unusual.ts';
import {pictureName} from '../../session/picture-name.ts';
import {leftKindsTold, rowKindsTold, type ToldKind, tallyWords} from '../../session/review/tally-view.ts';
import {unfitText} from '../../session/review/validity-view.ts';
import {appendedLines} from '../../text/appended.ts';
import {shownPath} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {pathLabel} from '../components/file-label.ts';
import {Frame} from '../components/frame.tsx';
import {Blank, Line, Lines} from '../components/line.tsx';
import {type Choice, Menu} from '../components/menu.tsx';
import {tableLines} from '../components/table.ts';
import {titleSpans} from '../components/title.ts';
import {bodyRows} from '../layout/layout.ts';
import {shellRows} from '../layout/shell-rows.ts';
import {type Spans, span} from '../layout/spans.ts';
import {width, wrap} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import {statusSpans} from '../status.ts';
import {type Mark, markColours, signs} from '../theme.ts';
import type {ScreenProps} from './props.ts';

export function Done({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const choices: readonly Choice[] = [
		{value: 'quit', label: text.done.quit},
		{value: 'openFile', label: text.done.openFile},
		{value: 'copyPath', label: text.done.copyPath},
		{value: 'back', label: text.done.back},
		{value: 'exportAgain', label: text.done.again},
		{value: 'more', label: text.done.more},
	];
	// What can be done next is never cut off; the rows give way first, then the command, then what became of the pictures.
	let spare = bodyRows(state.size) - 1 - choices.length;
	const take = (rows: number): number => {
		const taken = rows <= spare ? rows : 0;
		spare -= taken;
		return taken;
	};
	const told = summary(state).slice(0, Math.max(0, spare));
	take(told.length);
	const command = scriptOf(state).flatMap(parts => shellRows(parts, columns - 6));
	// A command that is cut cannot be used.
	const about = wrap(text.done.script(state.exporting.rows.rejected), columns - 4);
	const isWhole = command.every(line => width(line) <= columns - 5);
	const script = isWhole && take(command.length + about.length) > 0 ? command : [];
	const asked = take(1) > 0;
	const gaps = [take(1), take(1), take(1), take(1)] as const;
	const rows = rowLines(state, spare - 1);
	return (
		<Frame state={state} title={text.titles.done} status={statusSpans(state, text.done.kept(state.command))}>
			<Blank rows={gaps[2]} />
			<Line spans={[span(` ${signs.good} `, {color: 'good', bold: true}), span(writtenSaid(state), {bold: true})]} />
			<Blank rows={gaps[3]} />
			<Lines rows={told.map(toldSpans)} />
			<Blank rows={gaps[1]} />
			{rows.length > 0 && (
				<>
					<Lines rows={rows} />
					<Blank />
				</>
			)}
			{script.length > 0 && <Lines rows={about.map(said => [span(`   ${said}`, {dim: true})])} />}
			<Lines rows={script.map(line => [span('     '), span(line, {color: 'accent'})])} />
			<Blank rows={gaps[0]} />
			{asked && <Line spans={[span(`   ${text.done.next}`, {bold: true})]} />}
			<Menu state={state} send={send} choices={choices} />
		</Frame>
	);
}

/** How many rows were written, or added to a list that was there. */
function writtenSaid({language, exporting: {written}, home, size}: ShownState): string {
	if (!written) return '';
	const {done} = messages(language).app;
	const said = (path: string) => (written.appended ? done.appended : done.written)(written.rows, path);
	return said(pathLabel(shownPath(written.path, home), size.columns - 4 - width(said(''))));
}

/** People look for their first names in the list before they open it. */
const mostRows = 5;

function rowLines(state: ShownState, room: number): readonly Spans[] {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const records = state.exporting.sent?.records ?? [];
	// A heading, the names of the columns, and how many more.
	const count = Math.min(mostRows, room - 3, records.length);
	if (count < 1) return [];
	const more = records.length - count;
	return [
		titleSpans(state, text.export.first, ''),
		...tableLines(exportPreview(state, count, records), columns),
		...(more > 0 ? [[span(`  ${signs.ellipsis} ${text.picker.more(more)}`, {dim: true})]] : []),
	];
}

const marks: Readonly<Record<ToldKind, Mark>> = {
	accepted: 'good',
	edited: 'edited',
	unproven: 'look',
	clean: 'good',
	check: 'look',
	skipped: 'look',
	rejected: 'skipped',
	twice: 'skipped',
	failed: 'bad',
	waiting: 'busy',
};

/** A line about what became of the pictures; without a mark it continues the one above. */
type ToldLine = readonly [Mark | undefined, string];

const toldSpans = ([mark, said]: ToldLine): Spans => [
	span(mark ? `   ${signs[mark]} ` : '     ', {color: mark && markColours[mark]}),
	span(said),
];

/** Of rows that say something else the first ones are named. */
const mostAppended = 4;

function appendedTold({language, exporting, size}: ShownState): readonly ToldLine[] {
	const {appended} = exporting.written ?? {};
	if (!appended) return [];
	const lines = appendedLines(appended, messages(language));
	const more = lines.length - mostAppended;
	return [
		['good', messages(language).app.done.listed(appended.listed)],
		...lines
			.slice(0, mostAppended)
			.flatMap(said => wrap(said, size.columns - 6).map((row, at) => [at === 0 ? 'look' : undefined, row] as const)),
		...(more > 0 ? [['look', messages(language).commands.export.moreRows(more)] as const] : []),
	];
}

/** Passports that are named each with its reason; the others are counted. */
const mostRefused = 4;

function refusedLines(state: ShownState): readonly (readonly [Mark, string])[] {
	const {language, exporting} = state;
	const text = messages(language).app.done;
	const refused = exporting.written?.refused ?? [];
	const named = refused.slice(0, refused.length > mostRefused ? mostRefused - 1 : mostRefused);
	const more = refused.length - named.length;
	return [
		...named.map(({path, why}) => ['bad', text.refused(pictureName(state, path), why)] as const),
		...(more > 0 ? [['bad', text.moreRefused(more)] as const] : []),
	];
}

/** The passports whose pictures have changed, in one line. */
function changedLines(state: ShownState): readonly (readonly [Mark, string])[] {
	const {language, exporting} = state;
	const changed = exporting.written?.changed ?? [];
	return changed.length === 0
		? []
		: [['look', messages(language).app.done.changed(changed.map(path => pictureName(state, path)))]];
}

/** What became of every picture, so that none is missed in silence: the rows of the file, then what has none. */
function summary(state: ShownState): readonly ToldLine[] {
	const {language, exporting} = state;
	const {sent} = exporting;
	if (!sent) return [];
	const text = messages(language).app.done;
	const unfit = unfitText(state, sent.records, language);
	// A list that was there has the columns and the style of its own.
	const unusual = exporting.written?.appended ? '' : unusualTexts(language, sent.unusual)[0]!;
	const sheet = formats[sent.settings.format].listsNotRead === true;
	return [
		...tallyWords(language, sent.rows, rowKindsTold).map(([kind, said]) => [marks[kind], said] as const),
		...refusedLines(state),
		...changedLines(state),
		...appendedTold(state),
		...(unfit === '' ? [] : [['expired', text.ofThese(unfit)] as const]),
		...tallyWords(language, sent.left, leftKindsTold).map(([kind, said]) =>
			kind === 'failed' || kind === 'waiting'
				? ([marks[kind], text.notRead(said, sheet)] as const)
				: (['skipped', text.leftOut(said)] as const),
		),
		...(unusual === '' ? [] : [['look', unusual] as const]),
	];
}
