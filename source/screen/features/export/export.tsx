import {dirname} from 'node:path';
import {Box} from 'ink';
import type {ReactElement} from 'react';
import {dateStyles} from '../../../core/export/dates.ts';
import {exportFormats} from '../../../core/export/formats.ts';
import {groupNames} from '../../../core/export/groups.ts';
import {styleOf, styleParts} from '../../../session/export/column-choice.ts';
import {formNames} from '../../../session/export/form.ts';
import {exportPreview, previewFrom} from '../../../session/export/preview.ts';
import type {ExportFocus} from '../../../session/export/state.ts';
import {setName, unusualIn, unusualTexts} from '../../../session/export/unusual.ts';
import {exportLines, exportPath, rowKinds, setNames, shownPart, waysToWrite} from '../../../session/export/update.ts';
import {unfitText} from '../../../session/review/validity-view.ts';
import {countKinds, exportRecords} from '../../../session/review/view-model.ts';
import {fileSize, shortTime, shownPath} from '../../../text/format.ts';
import {messages} from '../../../text/index.ts';
import {Blank} from '../../components/blank.tsx';
import {Frame} from '../../components/frame.tsx';
import {Line} from '../../components/line.tsx';
import {tableLines} from '../../components/table.ts';
import {TextLine} from '../../components/text-line.tsx';
import {titleSpans} from '../../components/title.ts';
import {keyNames} from '../../keys/key-names.ts';
import {firstThatFits} from '../../layout/fit.ts';
import {bodyRows} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {cutStart, pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {markColours, signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {formName} from './form.tsx';

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
		<Line key={key} columns={columns} spans={[...label(focus, said), ...spans]} />
	);
	const gap = roomy && <Blank />;
	const {box: at} = exporting;
	// Where there are few rows, only the line of boxes with the cursor: the first rows of the list show the rest.
	const tight = isTight(state);
	const formats = formatLines(state, columns - place.x);
	const rowLines = boxLines(rowBoxes(state), columns - place.x, tight ? rowKinds.indexOf(at.rows) : undefined);
	const lines = exportLines(exporting);
	const has = (focus: ExportFocus): boolean => lines.includes(focus);
	const names = setNames(exporting);
	const sets = boxLines(
		names.map(name => choice(name === exporting.set, setName(state.language, name))),
		columns - place.x,
		tight ? names.indexOf(exporting.set) : undefined,
	);
	const boxes = boxLines(columnBoxes(state), columns - place.x, tight ? groupNames.indexOf(at.columns) : undefined);
	const parts = styleParts(exporting);
	const styles = boxLines(
		styleBoxes(state),
		columns - place.x,
		tight ? parts.indexOf(shownPart(exporting)) : undefined,
	);
	const blocks = [
		has('set') ? sets.length : 0,
		has('columns') ? boxes.length : 0,
		has('dates') ? 1 : 0,
		has('style') ? styles.length : 0,
	];
	const shownBlocks = blocks.filter(count => count > 0);
	const forms = formLines(state, columns - place.x);
	const used =
		2 +
		formats.length +
		forms.length +
		rowLines.length +
		shownBlocks.reduce((sum, count) => sum + count, 0) +
		(exporting.there ? 1 : 0) +
		(roomy ? 4 + shownBlocks.length : 0);
	const shown = Math.max(0, bodyRows(state.size) - used - 2);
	return (
		<Frame
			state={state}
			title={text.titles.export}
			right={[span(text.export.toExport(rows), {bold: true})]}
			status={statusSpans(state, hint(state))}
		>
			{gap}
			{formats.map((spans, index) =>
				line(index === 0 ? 'format' : undefined, index === 0 ? text.export.format : '', spans, `format${index}`),
			)}
			{forms.map((spans, index) =>
				line(index === 0 ? 'form' : undefined, index === 0 ? text.export.form : '', spans, `form${index}`),
			)}
			{gap}
			<Box width={columns} height={1} flexShrink={0}>
				<Line columns={place.x} spans={label('file', text.export.file)} />
				<TextLine
					line={exporting.file}
					columns={place.columns}
					focus={exporting.focus === 'file' && !state.question && !state.help}
					onChange={value => send({type: 'reported', field: 'file', value})}
				/>
				<Line columns={columns - place.x - place.columns} spans={folderSpans(state)} />
			</Box>
			{exporting.there && line('ifExists', '', existingSpans(state), 'ifExists')}
			{gap}
			{rowLines.map((spans, index) =>
				line(index === 0 ? 'rows' : undefined, index === 0 ? text.export.rows : '', spans, `rows${index}`),
			)}
			{gap}
			{has('set') &&
				sets.map((spans, index) =>
					line(index === 0 ? 'set' : undefined, index === 0 ? text.export.columns : '', spans, `set${index}`),
				)}
			{has('set') && gap}
			{has('columns') &&
				boxes.map((spans, index) =>
					line(index === 0 ? 'columns' : undefined, index === 0 ? text.export.ofThese : '', spans, `columns${index}`),
				)}
			{has('columns') && gap}
			{has('dates') &&
				line(
					'dates',
					text.export.dates,
					dateStyles.flatMap(each => choice(each === exporting.dates, text.export.dateKinds[each])),
				)}
			{has('dates') && gap}
			{has('style') &&
				styles.map((spans, index) =>
					line(index === 0 ? 'style' : undefined, index === 0 ? text.export.style : '', spans, `style${index}`),
				)}
			{has('style') && gap}
			<Line
				columns={columns}
				spans={titleSpans(state, text.export.first, unfitText(state, exportRecords(state), state.language), 'look')}
			/>
			{rows === 0 ? (
				<Line columns={columns} spans={[span(`  ${text.export.none}`, {color: 'look'})]} />
			) : (
				tableLines(previewFrom(exportPreview(state, shown), exporting.previewFrom), columns).map((spans, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no identity but their place
					<Line key={index} columns={columns} spans={spans} />
				))
			)}
		</Frame>
	);
}

const isRoomy = ({size}: ShownState): boolean => bodyRows(size) >= 22;

const isTight = ({size}: ShownState): boolean => bodyRows(size) < 15;

/** One of several. */
const choice = (chosen: boolean, said: string): Spans => [
	span(chosen ? `(${signs.chosen}) ` : '( ) ', chosen ? {color: 'good'} : {dim: true}),
	span(said, {bold: chosen}),
	span('  '),
];

/** One that may be taken beside others. */
const box = (chosen: boolean, said: string, here: boolean, dim = false): Spans => [
	span(chosen ? '[x] ' : '[ ] ', chosen ? {color: 'good'} : {dim: true}),
	span(said, {bold: here, underline: here, dim: dim && !here}),
	span('  '),
];

/** The formats, on as many lines as they need; where there are few rows, only the line of the chosen one. */
function formatLines(state: ShownState, columns: number): readonly Spans[] {
	const text = messages(state.language).app.export;
	const {format} = state.exporting;
	const choices = exportFormats.map(each => choice(each === format, text.formats[each].name));
	return boxLines(choices, columns, isTight(state) ? exportFormats.indexOf(format) : undefined);
}

/** The forms, where the list has the form of one. */
function formLines(state: ShownState, columns: number): readonly Spans[] {
	const {form, format} = state.exporting;
	if (format !== 'template') return [];
	const names = formNames(form);
	const choices = names.map(name => choice(name === form.name, formName(state, name)));
	return boxLines(choices, columns, isTight(state) ? names.indexOf(form.name) : undefined);
}

function rowBoxes(state: ShownState): readonly Spans[] {
	const text = messages(state.language).app.export;
	const {rows, focus, box: at} = state.exporting;
	const counts = countKinds(state);
	return rowKinds.map(kind =>
		box(rows[kind], `${text.rowKinds[kind]} ${counts[kind]}`, focus === 'rows' && at.rows === kind, counts[kind] === 0),
	);
}

function columnBoxes(state: ShownState): readonly Spans[] {
	const text = messages(state.language).app.export;
	const {columns, focus, box: at} = state.exporting;
	return groupNames.map(name => box(columns[name], text.columnKinds[name], focus === 'columns' && at.columns === name));
}

/** How heads and values are written: each part with what is chosen for it. */
function styleBoxes(state: ShownState): readonly Spans[] {
	const {export: text} = messages(state.language).app;
	const {exporting, language} = state;
	const {header, names, countries, optional, photos} = styleOf(exporting, language);
	const said = {
		header: text.headerKinds[header],
		names: text.nameKinds[names],
		countries: text.countryKinds[countries],
		optional: text.optionalKinds[optional],
		photos: text.photoKinds[photos ? 'with' : 'without'],
	};
	return styleParts(exporting).map(part => {
		const here = exporting.focus === 'style' && shownPart(exporting) === part;
		return [
			span(`${text.styleParts[part]} `, {dim: true}),
			span(said[part], {bold: here, underline: here, color: exporting.style[part] ? 'good' : undefined}),
			span('   '),
		];
	});
}

/** Boxes in as many lines as they need; of these only the one with the box `around`, where one is named. */
function boxLines(boxes: readonly Spans[], columns: number, around?: number): readonly Spans[] {
	const lines: Spans[] = [[]];
	let wanted = 0;
	let room = columns;
	for (const [index, spans] of boxes.entries()) {
		const wide = spans.reduce((sum, {text}) => sum + width(text), 0);
		if (wide > room && room < columns) {
			lines.push([]);
			room = columns;
		}
		lines[lines.length - 1] = [...lines.at(-1)!, ...spans];
		room -= wide;
		if (index === around) wanted = lines.length - 1;
	}
	return around === undefined ? lines : [lines[wanted]!];
}

function existingSpans(state: ShownState): Spans {
	const text = messages(state.language).app.export;
	const {there, ifExists} = state.exporting;
	if (!there) return [];
	const said = text.exists(fileSize(there.size), shortTime(new Date(there.modified), state.today));
	const choices = waysToWrite(state.exporting).flatMap(way => choice(ifExists === way, text[way]));
	// What can be chosen is worth more than when the other file was written.
	const room = state.size.columns - namePlace(state).x - choices.reduce((sum, one) => sum + width(one.text), 0) - 5;
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
export function namePlace(state: ShownState): {x: number; y: number; columns: number} {
	const text = messages(state.language).app.export;
	const x =
		3 +
		Math.max(
			...[text.format, text.file, text.form, text.rows, text.columns, text.ofThese, text.dates, text.style].map(width),
		) +
		3;
	const above =
		(isRoomy(state) ? 4 : 2) +
		formatLines(state, state.size.columns - x).length +
		formLines(state, state.size.columns - x).length;
	return {x, y: above, columns: Math.max(27, Math.floor((state.size.columns - x) * 0.5))};
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
	return exporting.rows.unchecked && countKinds(state).unchecked > 0
		? text.uncheckedWarning
		: text.formats[exporting.format].hint;
}
