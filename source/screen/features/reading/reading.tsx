import type {ReactElement} from 'react';
import {sendsAll} from '../../../core/engines/choice.ts';
import type {Reason} from '../../../core/passport/model/passport.ts';
import {flawsOf} from '../../../core/records/picture-flaws.ts';
import {isTouched} from '../../../core/records/reuse.ts';
import {engineName} from '../../../session/account/engine-name.ts';
import {type ListWindow, listWindow} from '../../../session/picker/window.ts';
import {pictureName} from '../../../session/picture-name.ts';
import {isStillFailed, itemRecord} from '../../../session/reading/item-record.ts';
import {isHeld} from '../../../session/reading/start.ts';
import {type ReadingStats, readingStats} from '../../../session/reading/stats.ts';
import {currentItem, listedItems, readingCursor} from '../../../session/reading/update.ts';
import {leftKindsTold, tallyLine} from '../../../session/review/tally-view.ts';
import {messages} from '../../../text/index.ts';
import {sayReason} from '../../../text/reason.ts';
import {Frame} from '../../components/frame.tsx';
import {HiddenRows} from '../../components/hidden-rows.tsx';
import {Blank, Line, Lines} from '../../components/line.tsx';
import {markCountSpans, unfitCountSpans} from '../../components/mark-counts.ts';
import {titleSpans} from '../../components/title.ts';
import {keyNames} from '../../keys/key-names.ts';
import {bodyRows, type RowsPlace} from '../../layout/layout.ts';
import {type Spans, span} from '../../layout/spans.ts';
import {pad, width, wrap} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {statusSpans} from '../../status.ts';
import {markColours, signs} from '../../theme.ts';
import type {ScreenProps} from '../props.ts';
import {tripText} from '../trip-line.ts';
import {headSpans, itemSpans} from './reading-items.ts';

const headRows = ({size}: ShownState): number => (bodyRows(size) >= 24 ? 1 : 0);

function itemWindow(state: ShownState, trouble: number): ListWindow & {readonly room: number} {
	const room = bodyRows(state.size) - 3 - headRows(state) - trouble;
	return {room, ...listWindow(readingCursor(state), listedItems(state).length, room)};
}

/** The rows of the pictures. */
export function readingPlace(state: ShownState): RowsPlace {
	const {listed, first} = itemWindow(state, troubleLines(state).length);
	const rows = Math.min(listed, listedItems(state).length - first);
	return {x: 0, y: 5 + headRows(state), columns: state.size.columns, rows, first, cursor: readingCursor(state)};
}

export function Reading({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const stats = readingStats(state);
	const items = listedItems(state);
	const cursor = readingCursor(state);
	const trouble = troubleLines(state);
	const heads = headRows(state);
	const {room, listed, first, below} = itemWindow(state, trouble.length);
	return (
		<Frame
			state={state}
			title={text.titles.reading}
			right={[
				span(text.reading.of(stats.done, stats.total), {bold: true}),
				...markCountSpans({...stats, unread: stats.failed}),
				...unfitCountSpans(state),
				...(state.reading.failedOnly ? [span(`  ${text.reading.onlyFailed}`, {color: 'look'})] : []),
			]}
			status={statusSpans(state, hint(state, stats))}
		>
			<Line spans={barSpans(state, stats)} />
			<Line spans={[span(` ${speedText(state, stats)}`, {dim: true})]} />
			<Line spans={[span(signs.rule.repeat(columns), {dim: true})]} />
			{heads > 0 && <Line spans={headSpans(state)} />}
			{items.slice(first, first + listed).map((item, index) => (
				<Line
					key={item.path}
					spans={itemSpans(state, item, {
						current: first + index === cursor,
						above: index === 0 ? undefined : items[first + index - 1]?.path,
					})}
				/>
			))}
			{items.length === 0 && state.reading.failedOnly && (
				<Line spans={[span(`   ${text.reading.nothingFailed}`, {dim: true})]} />
			)}
			<HiddenRows state={state} first={first} below={below} />
			{trouble.length > 0 && <Blank rows={Math.max(0, room - Math.min(items.length, room))} />}
			<Lines rows={trouble} />
		</Frame>
	);
}

function barSpans(state: ShownState, {done, total, left, isWaiting}: ReadingStats): Spans {
	const text = messages(state.language).app.reading;
	const {columns} = state.size;
	const share = total === 0 ? 0 : done / total;
	const percent = `${Math.floor(share * 100)} %`;
	const words: Partial<Record<typeof state.reading.phase, string>> = {
		done: state.reading.watched === undefined ? text.finished : text.waitingForPictures,
		paused: text.paused,
		stopped: text.stopped,
		starting: text.starting,
	};
	const word =
		words[state.reading.phase] ??
		(isWaiting || (done === 0 && state.engine !== undefined && sendsAll(state.engine))
			? text.waitingForService
			: done === 0
				? text.startingReader
				: left === undefined
					? ''
					: text.left(left));
	const wide = columns - 2 - 7 - Math.max(14, width(word)) - 1;
	const filled = Math.round(share * wide);
	return [
		span(' '),
		span(signs.bar.repeat(filled), {color: 'good'}),
		span(signs.barRest.repeat(wide - filled), {dim: true}),
		span(pad(percent, 6, 'right'), {bold: true}),
		span(`  ${word}`),
	];
}

function callsText({reading: {calls}, language}: ShownState): string {
	return calls && calls.made > 0 ? messages(language).app.reading.calls(calls.made, calls.paid, calls.perhaps) : '';
}

/** The most important first: what does not fit whole is left out, and what comes behind it. */
function speedText(state: ShownState, {each, slowest, elapsed, failed}: ReadingStats): string {
	const text = messages(state.language).app;
	const {watched} = state.reading;
	const parts = [
		watched === undefined ? '' : text.reading.watched(watched),
		state.reading.concurrency > 0 ? text.reading.atATime(state.reading.concurrency) : '',
		each === undefined ? '' : text.reading.each(each),
		slowest !== undefined && state.size.columns >= 100 ? text.reading.slowest(slowest) : '',
		elapsed === undefined ? '' : text.reading.elapsed(elapsed),
		failed > 0 ? text.reading.failed(failed) : '',
		callsText(state),
		tripText(state),
		engineName(state),
	];
	const said = parts.filter(part => part !== '');
	const line = (count: number) => said.slice(0, count).join(` ${signs.dot} `);
	let count = said.length;
	while (count > 1 && width(line(count)) > state.size.columns - 2) count--;
	return line(count);
}

/**
 * What is wrong with a picture and what to do about it, in place, so that it need not be looked up: with the one under
 * the cursor, or, while the list follows the work, with the one that failed last.
 */
function troubleLines(state: ShownState): readonly Spans[] {
	const here = currentItem(state);
	const follows = state.reading.cursor === undefined;
	const {question} = state;
	if (question?.kind === 'second') return flawLines(state, question.flaws);
	const item = here?.outcome?.kind === 'failed' || !follows ? here : lastFailed(state);
	const record = item && itemRecord(state, item);
	if (record && (item.state === 'read' || isTouched(record))) {
		const {passport, review} = record;
		return flawLines(state, review.state === 'unreviewed' ? flawsOf(passport.issues).map(reason => ({reason})) : []);
	}
	if (item?.outcome?.kind !== 'failed') return [];
	const {code, details: all} = item.outcome.failure;
	// Which picture is meant is known: its folders would only push the sentence out of sight.
	const details = {
		...all,
		...(typeof all.path === 'string' ? {path: pictureName(state, all.path)} : {}),
		...(state.reading.phase === 'stopped' ? {batch: 'stopped'} : {}),
	};
	const text = messages(state.language);
	const key = keyNames(state.language);
	const color = markColours.bad;
	const roomy = bodyRows(state.size) >= 16;
	const said = text.errors.what(code, details);
	const isNamed = roomy || item === here || said.includes(pictureName(state, item.path));
	const what = isNamed ? said : text.commands.about(pictureName(state, item.path), said);
	const steps = text.errors.nextInApp(code, details, key).slice(0, roomy ? 2 : 1);
	const keys = item === here ? text.app.reading.keysFailed(key) : text.app.reading.keysOther(key);
	return [
		roomy ? titleSpans(state, pictureName(state, item.path), '') : [],
		...wrap(what, state.size.columns - 4).map((line, index) => [
			span(index === 0 ? ` ${signs.bad} ` : '   ', {color, bold: true}),
			span(line, {color}),
		]),
		...steps.flatMap(next => wrap(next, state.size.columns - 4).map(line => [span(`   ${line}`)])),
		...(roomy ? [[span(`   ${keys}`, {dim: true})]] : []),
	];
}

/** What a better picture would mend: of the picture under the cursor, or, with counts, of those that may be sent. */
function flawLines(state: ShownState, flaws: readonly {reason: Reason; count?: number}[]): readonly Spans[] {
	const {commands, reasons} = messages(state.language);
	const room = Math.max(1, Math.floor(bodyRows(state.size) / 3));
	return flaws
		.flatMap(({reason, count}) => {
			const said = sayReason(reasons, reason);
			const text = count === undefined ? said : commands.about(commands.upload.pictures(count), said);
			return wrap(text, state.size.columns - 4).map(
				(line, index): Spans => [
					span(index === 0 ? ` ${signs.look} ` : '   ', {
						color: markColours.look,
						bold: true,
					}),
					span(line),
				],
			);
		})
		.slice(0, room);
}

const lastFailed = (state: ShownState) =>
	state.reading.phase === 'done' ? undefined : state.reading.items.findLast(item => isStillFailed(state, item));

function hint(state: ShownState, stats: ReadingStats): string {
	const text = messages(state.language).app.reading;
	const key = keyNames(state.language);
	if (state.reading.phase !== 'done') {
		if (stats.done === stats.failed) return '';
		return isHeld(state.reading) ? text.hintHeld(key) : text.hintWhile(key);
	}
	if (stats.total === 0) return text.hintWatching(key);
	if (stats.failed === stats.total) return text.hintNothing(key);
	return text.hintDone(tallyLine(state.language, stats, leftKindsTold, 'short'), key);
}
