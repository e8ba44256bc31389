import type {BatchItem} from '../../../core/batch/batch.ts';
import {masked} from '../../../core/masked.ts';
import {isBlank} from '../../../core/records/failures.ts';
import {flawsOf} from '../../../core/records/picture-flaws.ts';
import {isUnread} from '../../../core/records/unread-record.ts';
import {markOf, type ReviewMark} from '../../../core/review/selectors.ts';
import {withConflicts} from '../../../core/review/with-conflicts.ts';
import {itemRecord} from '../../../session/reading/item-record.ts';
import {partsOf} from '../../../session/reading/parts.ts';
import {digitCount} from '../../../session/review/mrz-view.ts';
import {passportNumber, recordName, toCheckText} from '../../../session/review/record-view.ts';
import {recordValidity, validityMark} from '../../../session/review/validity-view.ts';
import {recordMark} from '../../../session/review/view-model.ts';
import {messages} from '../../../text/index.ts';
import {sayShort} from '../../../text/reason.ts';
import {batchFolder, fileLabel} from '../../components/file-label.ts';
import {type Spans, span, spansWidth} from '../../layout/spans.ts';
import {pad, width} from '../../layout/width.ts';
import type {ShownState} from '../../shown-state.ts';
import {type Mark, markColours, signs} from '../../theme.ts';

type Columns = {
	readonly file: number;
	readonly state: number;
	readonly number: number;
	readonly checks: number;
	readonly time: number;
};

function columnsOf({size: {columns}}: ShownState): Columns {
	const file = Math.min(36, Math.max(18, Math.floor(columns * 0.28)));
	const number = columns >= 76 ? 11 : 0;
	const checks = columns >= 100 ? 8 : 0;
	const time = 8;
	return {file, state: columns - 3 - file - 3 - number - checks - time - 1, number, checks, time};
}

export function headSpans(state: ShownState): Spans {
	const {heads} = messages(state.language).app.reading;
	const wide = columnsOf(state);
	const text = [
		`   ${pad(heads.file, wide.file)} `,
		pad(heads.state, wide.state + 2),
		wide.number > 0 ? ` ${pad(heads.number, wide.number - 1)}` : '',
		wide.checks > 0 ? ` ${pad(heads.checks, wide.checks - 1)}` : '',
		pad(heads.time, wide.time, 'right'),
	].join('');
	return [span(text, {dim: true})];
}

/** A picture of the batch in one row: its state, and how long it took or is taking; of how many records it is the first. */
export function itemSpans(
	state: ShownState,
	item: BatchItem,
	{current, above}: {readonly current: boolean; readonly above: string | undefined},
): Spans {
	const wide = columnsOf(state);
	const {mark, said, number, checks, decided} = itemState(state, item);
	const unfit = unfitSpans(state, item);
	const parts = partsOf(state.reading.items, item);
	const count = parts > 1 ? ` ×${parts}` : '';
	const file = wide.file - width(count);
	const room = wide.state - 1 - spansWidth(unfit);
	const beside = decidedSpans(state, decided, room);
	const quiet = item.state === 'waiting' || item.state === 'leftOut';
	return [
		span(current ? ` ${signs.cursor} ` : '   ', {color: 'accent', bold: true}),
		span(pad(fileLabel(item.path, above, batchFolder(state.reading.items), file), file), {
			bold: current,
			dim: quiet && !current,
		}),
		span(count, {dim: true}),
		span(' '),
		span(`${signs[mark]} `, {color: markColours[mark], bold: mark !== 'open'}),
		span(pad(said, room - spansWidth(beside)), {dim: quiet}),
		...beside,
		...unfit,
		span(' '),
		span(wide.number > 0 ? ` ${pad(shownNumber(state, number), wide.number - 1)}` : ''),
		span(wide.checks > 0 ? ` ${pad(checks ?? '', wide.checks - 1)}` : '', {dim: true}),
		span(pad(itemTime(state, item), wide.time, 'right'), {dim: true}),
	];
}

/** As the list shows it: masked until it is asked for. */
const shownNumber = ({list}: ShownState, number = ''): string => (list.numbers ? number : masked(number));

/** Cells of a name that are worth more than what a person decided of it. */
const leastName = 8;

/** Beside the name: what a person decided, as the list of the batch says it. The mark says it too, but not of all. */
function decidedSpans({language}: ShownState, decided: Decided | undefined, room: number): Spans {
	const said = decided === undefined ? '' : ` ${messages(language).list.states[decided]}`;
	return said !== '' && room - width(said) >= leastName ? [span(said, {dim: true})] : [];
}

/** Beside the state of the check: that the passport has expired, or is not valid for the trip. */
function unfitSpans(state: ShownState, item: BatchItem): Spans {
	const record = itemRecord(state, item);
	if (!record) return [];
	const mark = validityMark(state, record);
	if (!mark || record.review.state === 'rejected') return [];
	const said = messages(state.language).exported.validity[recordValidity(state, record)];
	return [span(` ${signs[mark]} ${said}`, {color: markColours[mark]})];
}

type ItemState = {
	readonly mark: Mark;
	readonly said: string;
	readonly number?: string;
	/** Check digits that agree, of those printed. */
	readonly checks?: string;
	readonly decided?: Decided;
};

type Decided = Extract<ReviewMark, 'accepted' | 'edited' | 'rejected' | 'skipped'>;

function itemState(state: ShownState, item: BatchItem): ItemState {
	const text = messages(state.language);
	const {outcome} = item;
	if (item.state === 'waiting') return {mark: 'open', said: text.app.reading.states.waiting};
	if (item.state === 'reading') return readingState(state, item);
	if (item.state === 'leftOut') return {mark: 'skipped', said: text.app.reading.states.leftOut};
	const known = itemRecord(state, item);
	if (outcome?.kind === 'failed' && (!known || isUnread(known))) {
		const why = text.app.problems(outcome.failure.code);
		if (known?.review.state === 'rejected') return {mark: 'skipped', said: why, decided: 'rejected'};
		if (isBlank(outcome)) return {mark: 'skipped', said: why};
		return {mark: 'bad', said: outcome.from === 'kept' ? text.app.reading.failedBefore(why) : why};
	}
	if (!known) return {mark: 'open', said: ''};
	const mark = recordMark(state.review, known);
	const record = withConflicts(state.review.records, known);
	const {agree, all} = digitCount(record.passport);
	const read = {mark, number: passportNumber(record), checks: `${agree}/${all}`};
	const decided = record.review.state;
	if (decided !== 'unreviewed') return {...read, said: recordName(record), decided};
	if (record.passport.status === 'clean') {
		const isPutOff = markOf(state.review, known) === 'skipped';
		return {...read, said: recordName(record), ...(isPutOff ? {decided: 'skipped'} : {})};
	}
	const flaws = flawsOf(record.passport.issues).slice(0, 1);
	const said = toCheckText(record, state.language) || recordName(record);
	const why = flaws.map(reason => sayShort(text.reasons, reason));
	return {...read, said: [...why, said].join(` ${signs.dot} `)};
}

function readingState({language, reading}: ShownState, {wait, share}: BatchItem): ItemState {
	const text = messages(language).app;
	if (wait) {
		const seconds = Math.max(1, Math.ceil((wait.until - reading.now) / 1000));
		return {mark: 'again', said: text.reading.again(seconds, text.problems(wait.code), wait.next, wait.of)};
	}
	const said = share === undefined ? text.reading.states.reading : text.reading.share(Math.round(share * 100));
	return {mark: 'busy', said};
}

function itemTime({language, reading}: ShownState, {state, outcome, milliseconds, startedAt}: BatchItem): string {
	const text = messages(language).app.reading;
	if (outcome?.kind === 'read' && outcome.from === 'kept') return text.kept;
	if (outcome?.from === 'kept') return '';
	// Drawn once a second, so without tenths.
	if (state === 'reading')
		return startedAt === undefined ? '' : text.took(String(Math.max(0, Math.floor((reading.now - startedAt) / 1000))));
	return milliseconds === undefined || !outcome ? '' : text.took((milliseconds / 1000).toFixed(1));
}
