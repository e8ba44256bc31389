import type {ReactElement} from 'react';
import type {BatchItem} from '../../core/batch/batch.ts';
import {messages} from '../../text/index.ts';
import {Blank} from '../components/blank.tsx';
import {Frame} from '../components/frame.tsx';
import {Line} from '../components/line.tsx';
import {fileName} from '../format.ts';
import {bodyRows, windowTop} from '../layout.ts';
import {type Pieces, piece} from '../pieces.ts';
import {readingStats} from '../reading-stats.ts';
import {doubtfulFields, recordName} from '../record-view.ts';
import type {AppState} from '../state.ts';
import {statusPieces} from '../status.ts';
import {type Mark, markColours, signs} from '../theme.ts';
import {currentItem, listedItems, readingCursor} from '../update/reading.ts';
import {pad, width} from '../width.ts';
import type {ScreenProps} from './props.ts';

export function Reading({state}: ScreenProps): ReactElement {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const stats = readingStats(state.reading);
	const items = listedItems(state);
	const cursor = readingCursor(state);
	const trouble = troubleLines(state);
	const room = bodyRows(state.size) - 3 - trouble.length;
	const listed = items.length > room ? room - 1 : room;
	const first = windowTop(cursor, items.length, listed);
	const below = items.length - first - listed;
	const rule = (key: string) => (
		<Line key={key} columns={columns} pieces={[piece(signs.rule.repeat(columns), {dim: true})]} />
	);
	return (
		<Frame
			state={state}
			title={text.titles.reading}
			right={[
				piece(text.reading.of(stats.done, stats.total), {bold: true}),
				...countPieces(stats),
				...(state.reading.failedOnly ? [piece(`  ${text.reading.onlyFailed}`, {color: 'yellow'})] : []),
			]}
			status={statusPieces(state, hint(state, stats))}
		>
			<Line columns={columns} pieces={barPieces(state, stats)} />
			<Line columns={columns} pieces={[piece(` ${speedText(state, stats)}`, {dim: true})]} />
			{rule('rule')}
			{items.slice(first, first + listed).map((item, index) => (
				<Line key={item.path} columns={columns} pieces={itemPieces(state, item, first + index === cursor)} />
			))}
			{items.length === 0 && state.reading.failedOnly && (
				<Line columns={columns} pieces={[piece(`   ${text.reading.nothingFailed}`, {dim: true})]} />
			)}
			{below > 0 && (
				<Line columns={columns} pieces={[piece(`   ${signs.down} ${text.picker.more(below)}`, {dim: true})]} />
			)}
			{trouble.length > 0 && <Blank rows={Math.max(0, room - Math.min(items.length, room))} />}
			{trouble.map((pieces, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one message have no identity but their place
				<Line key={index} columns={columns} pieces={pieces} />
			))}
		</Frame>
	);
}

type Stats = ReturnType<typeof readingStats>;

function countPieces({clean, look, failed}: Stats): Pieces {
	const counts: readonly (readonly [Mark, number])[] = [
		['good', clean],
		['look', look],
		['bad', failed],
	];
	return counts.flatMap(([mark, count]) => [
		piece('  '),
		piece(`${signs[mark]} ${count}`, count > 0 ? {color: markColours[mark]} : {dim: true}),
	]);
}

function barPieces(state: AppState, {done, total, left}: Stats): Pieces {
	const text = messages(state.language).app.reading;
	const {columns} = state.size;
	const share = total === 0 ? 0 : done / total;
	const percent = `${Math.floor(share * 100)} %`;
	const {phase} = state.reading;
	const word =
		phase === 'done'
			? text.finished
			: phase === 'paused'
				? text.paused
				: phase === 'starting'
					? text.starting
					: left === undefined
						? ''
						: text.left(left);
	const wide = columns - 2 - 7 - Math.max(14, width(word)) - 1;
	const filled = Math.round(share * wide);
	return [
		piece(' '),
		piece(signs.bar.repeat(filled), {color: 'green'}),
		piece(signs.barRest.repeat(wide - filled), {dim: true}),
		piece(pad(percent, 6, 'right'), {bold: true}),
		piece(`  ${word}`),
	];
}

function speedText(state: AppState, {each, gone}: Stats): string {
	const text = messages(state.language).app;
	const parts = [
		state.reading.concurrency > 0 ? text.reading.atATime(state.reading.concurrency) : '',
		each === undefined ? '' : text.reading.each(each),
		state.reading.startedAt > 0 ? text.reading.gone(gone) : '',
		text.engine[state.engine ?? 'offline'],
	];
	return parts.filter(part => part !== '').join(` ${signs.dot} `);
}

const timeColumns = 8;

function itemPieces(state: AppState, item: BatchItem, current: boolean): Pieces {
	const {columns} = state.size;
	const wideFile = Math.min(36, Math.max(18, Math.floor(columns * 0.28)));
	const numberColumns = columns >= 76 ? 11 : 0;
	const wideState = columns - 3 - wideFile - 3 - numberColumns - timeColumns - 1;
	const {mark, said, number} = itemState(state, item);
	const quiet = item.state === 'waiting' || item.state === 'leftOut';
	return [
		piece(current ? ` ${signs.cursor} ` : '   ', {color: 'cyan', bold: true}),
		piece(pad(fileName(item.path), wideFile), {bold: current, dim: quiet && !current}),
		piece(' '),
		piece(`${signs[mark]} `, {color: markColours[mark], bold: mark !== 'open'}),
		piece(pad(said, wideState), {dim: quiet}),
		piece(numberColumns > 0 ? ` ${pad(number, numberColumns - 1)}` : ''),
		piece(pad(itemTime(state, item), timeColumns, 'right'), {dim: true}),
	];
}

function itemState(state: AppState, item: BatchItem): {mark: Mark; said: string; number: string} {
	const text = messages(state.language);
	const {outcome} = item;
	if (item.state === 'waiting') return {mark: 'open', said: text.app.reading.states.waiting, number: ''};
	if (item.state === 'reading') return {mark: 'busy', said: text.app.reading.states.reading, number: ''};
	if (item.state === 'leftOut') return {mark: 'skipped', said: text.app.reading.states.leftOut, number: ''};
	if (outcome?.kind === 'failed') {
		return {mark: 'bad', said: text.app.problems(outcome.failure.code), number: ''};
	}
	if (outcome?.kind !== 'read') return {mark: 'open', said: '', number: ''};
	const {record} = outcome;
	const number = record.passport.fields.find(({key}) => key === 'passport_number')?.value ?? '';
	if (record.review.state === 'rejected') return {mark: 'skipped', said: recordName(record), number};
	if (record.passport.status === 'clean' || record.review.state !== 'unreviewed') {
		return {mark: 'good', said: recordName(record), number};
	}
	const fields = doubtfulFields(record).map(key => text.app.fields[key]);
	return {mark: 'look', said: fields.length > 0 ? text.app.reading.toLookAt(fields) : recordName(record), number};
}

function itemTime(state: AppState, {outcome, milliseconds}: BatchItem): string {
	const text = messages(state.language).app.reading;
	if (outcome?.kind === 'read' && outcome.from === 'kept') return text.kept;
	return milliseconds === undefined || !outcome ? '' : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What is wrong with the picture under the cursor, and what to do: in place, so that nobody has to look it up. */
function troubleLines(state: AppState): readonly Pieces[] {
	const item = currentItem(state);
	if (item?.outcome?.kind !== 'failed') return [];
	const {code, details} = item.outcome.failure;
	const text = messages(state.language).errors;
	const color = markColours.bad;
	const steps = text.next(code, details).slice(0, bodyRows(state.size) >= 16 ? 2 : 1);
	return [
		[],
		[piece(` ${signs.bad} `, {color, bold: true}), piece(text.what(code, details), {color})],
		...steps.map(next => [piece(`   ${next}`)]),
	];
}

function hint(state: AppState, {clean, look, failed, total}: Stats): string {
	const text = messages(state.language).app.reading;
	if (state.reading.phase !== 'done') return clean + look > 0 ? text.hintWhile : '';
	return failed === total ? text.hintNothing : text.hintDone(clean, look, failed);
}
