import {dirname} from 'node:path';
import {Box} from 'ink';
import {Fragment, type ReactElement} from 'react';
import {exportPreview, previewFrom} from '../../../session/export/preview.ts';
import type {ExportFocus} from '../../../session/export/state.ts';
import {unusualIn, unusualTexts} from '../../../session/export/unusual.ts';
import {exportLines, exportPath, waysToWrite} from '../../../session/export/update.ts';
import {unfitText} from '../../../session/review/validity-view.ts';
import {countKinds, exportRecords} from '../../../session/review/view-model.ts';
import {fileSize, shortTime, shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {Frame} from '../../components/frame.tsx';
import {Blank, Line, Lines} from '../../components/line.tsx';
import {tableLines} from '../../components/table.ts';
import {TextLine} from '../../components/text-line.tsx';
import {titleSpans} from '../../components/title.ts';
import {keyNames} from '../../keys/key-names.ts';
import {firstThatFits} from '../../layout/fit.ts';
import {bodyRows, type TextPlace} from '../../layout/layout.ts';
import {type Spans, span, spansWidth} from '../../layout/spans.ts';
import {cutStart, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {markColours, signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {type ChoicePart, choice, choiceLines, partsBelow} from './choices.ts';

export function Export({state, send}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const {exporting} = state;
	const rows = exportRecords(state).length;
	const roomy = isRoomy(state);
	const place = namePlace(state);
	const label = (focus: ExportFocus | undefined, said: string): Spans => {
		const here = exporting.focus === focus;
		return [
			span(here ? ` ${signs.cursor} ` : '   ', {color: 'accent', bold: true}),
			span(pad(said, place.x - 3), {bold: here}),
		];
	};
	const line = (focus: ExportFocus | undefined, said: string, spans: Spans, key = said) => (
		<Line key={key} spans={[...label(focus, said), ...spans]} />
	);
	const gap = roomy && <Blank />;
	const lines = choiceLines(state, columns - place.x);
	const words = {...text.export, set: text.export.columns, columns: text.export.ofThese};
	const part = (focus: ChoicePart) =>
		lines[focus].map((spans, index) =>
			index === 0 ? line(focus, words[focus], spans, focus) : line(undefined, '', spans, `${focus}${index}`),
		);
	const typedLine = (focus: 'file' | 'singleName', behind: Spans) => (
		<Box width={columns} height={1} flexShrink={0}>
			<Line columns={place.x} spans={label(focus, text.export[focus])} />
			<TextLine
				line={exporting[focus]}
				columns={place.columns}
				focus={exporting.focus === focus && !state.question && !state.help}
				onChange={value => send({type: 'reported', field: focus, value})}
			/>
			<Line columns={columns - place.x - place.columns} spans={behind} />
		</Box>
	);
	const all = Object.values(lines).flat().length;
	const below = partsBelow.filter(focus => lines[focus].length > 0);
	const hasSingleNameLine = exportLines(exporting).includes('singleName');
	const typed = hasSingleNameLine ? (roomy ? 2 : 1) : 0;
	const used = 2 + all + typed + (exporting.there ? 1 : 0) + (roomy ? 4 + below.length : 0);
	const shown = Math.max(0, bodyRows(state.size) - used - 2);
	return (
		<Frame
			state={state}
			title={text.titles.export}
			right={[span(text.export.toExport(rows), {bold: true})]}
			status={statusSpans(state, hint(state))}
		>
			{gap}
			{part('format')}
			{part('form')}
			{gap}
			{typedLine('file', folderSpans(state))}
			{exporting.there && line('ifExists', '', existingSpans(state), 'ifExists')}
			{gap}
			{part('rows')}
			{gap}
			{below.map(focus => (
				<Fragment key={focus}>
					{part(focus)}
					{gap}
				</Fragment>
			))}
			{hasSingleNameLine &&
				typedLine('singleName', [
					span(exporting.singleName.text === '' ? ` ${text.export.singleNameEmpty}` : '', {dim: true}),
				])}
			{hasSingleNameLine && gap}
			<Line
				spans={titleSpans(state, text.export.first, unfitText(state, exportRecords(state), state.language), 'look')}
			/>
			{rows === 0 ? (
				<Line spans={[span(`  ${text.export.none}`, {color: 'look'})]} />
			) : (
				<Lines rows={tableLines(previewFrom(exportPreview(state, shown), exporting.previewFrom), columns)} />
			)}
		</Frame>
	);
}

const isRoomy = ({size}: ShownState): boolean => bodyRows(size) >= 22;

function existingSpans(state: ShownState): Spans {
	const text = messages(state.language).app.export;
	const {there, ifExists} = state.exporting;
	if (!there) return [];
	const said = text.exists(fileSize(there.size), shortTime(new Date(there.modified), state.today));
	const choices = waysToWrite(state.exporting).flatMap(way => choice(ifExists === way, text[way]));
	// What can be chosen is worth more than when the other file was written.
	const room = state.size.columns - namePlace(state).x - spansWidth(choices) - 5;
	const shown = width(said) <= room ? said : text.existsAlone;
	return [span(`${signs.look} ${shown}   `, {color: markColours.look}), ...choices];
}

function folderSpans(state: ShownState): Spans {
	const text = messages(state.language).app.export;
	const place = namePlace(state);
	const room = state.size.columns - place.x - place.columns - 3 - width(text.inFolder);
	return [span(` ${text.inFolder} ${cutStart(shownPath(dirname(exportPath(state)), state.home), room)}`, {dim: true})];
}

/** Where the file name is typed: for the drawing and for the real cursor. */
export function namePlace(state: ShownState): TextPlace {
	const text = messages(state.language).app.export;
	const x =
		3 +
		Math.max(
			...[
				text.format,
				text.file,
				text.form,
				text.rows,
				text.columns,
				text.ofThese,
				text.dates,
				text.style,
				text.letters,
				text.singleName,
			].map(width),
		) +
		3;
	const {format, form} = choiceLines(state, state.size.columns - x);
	const above = (isRoomy(state) ? 4 : 2) + format.length + form.length;
	return {x, y: above, columns: Math.max(27, Math.floor((state.size.columns - x) * 0.5))};
}

/** Where the name for people with one name is typed. */
export function singleNamePlace(state: ShownState): TextPlace {
	const place = namePlace(state);
	const {rows, letters} = choiceLines(state, state.size.columns - place.x);
	const gap = isRoomy(state) ? 1 : 0;
	const there = state.exporting.there ? 1 : 0;
	return {...place, y: place.y + 1 + there + gap + rows.length + gap + letters.length + gap};
}

function hint(state: ShownState): string {
	const text = messages(state.language).app.export;
	if (state.exporting.writing !== 'no') return text.writing;
	// Format, set and dates are seen as they are chosen, columns not all where there are few rows.
	const without = unusualTexts(state.language, {missing: unusualIn(state.exporting).missing});
	const usual = usualHint(state);
	if (without[0] === '') return usual;
	const {sentence} = messages(state.language).app.review;
	return firstThatFits([`${without[0]}${sentence}${usual}`, ...without], state.size);
}

function usualHint(state: ShownState): string {
	const text = messages(state.language).app.export;
	const {exporting} = state;
	if (exporting.focus === 'form') return text.formKey(keyNames(state.language));
	if (exporting.focus === 'file') return text.hintFile(keyNames(state.language));
	if (exporting.focus === 'singleName') return text.singleNameHint(keyNames(state.language));
	return exporting.rows.unchecked && countKinds(state).unchecked > 0
		? text.uncheckedWarning
		: text.formats[exporting.format].hint;
}
