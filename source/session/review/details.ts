import {cleanText} from '../../core/clean-text.ts';
import {fieldInfo} from '../../core/passport/model/fields.ts';
import type {FieldValue} from '../../core/passport/model/passport.ts';
import {isToCompare} from '../../core/passport/reasons-to-look.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {withConflicts} from '../../core/review/with-conflicts.ts';
import {engineWords} from '../../text/engine-words.ts';
import {fieldNamesOf} from '../../text/field-names.ts';
import {fileTime} from '../../text/format.ts';
import {messages} from '../../text/index.ts';
import {sayFound, sayReason, saySource} from '../../text/reason.ts';
import type {Mark} from '../mark.ts';
import type {AppState} from '../state.ts';
import {currentStretch} from './mrz-view.ts';
import {fieldView, recordName, sayOfField, shownValue} from './record-view.ts';
import {currentRecord} from './view-model.ts';
import {linesInPart, withNumbersInPart} from './without-identity-numbers.ts';

/** One line of all that is known of a picture, whatever the face. */
export type DetailLine = {
	readonly text: string;
	readonly kind: 'heading' | 'field' | 'text';
	/** Of a field. */
	readonly mark?: Mark;
};

const heading = (text: string): DetailLine => ({text, kind: 'heading'});
const plain = (text: string): DetailLine => ({text, kind: 'text'});

/**
 * Everything that is known of the open picture, in one place: the file, what was decided, each field with every reason,
 * both readings and its places, the MRZ, and what is said of the page as a whole.
 */
export function detailsOf(state: AppState): readonly DetailLine[] {
	const open = currentRecord(state.review);
	if (!open) return [];
	const record = withNumbersInPart(state, withConflicts(state.review.records, open));
	return [
		...fileLines(state, record),
		...decisionLines(state, record),
		...record.passport.fields.flatMap(field => fieldDetails(state, record, field)),
		...mrzLines(state, record),
		...pageLines(state, record),
	];
}

const sentences = (said: readonly string[]): readonly DetailLine[] => [...new Set(said)].map(plain);

function fileLines({language}: AppState, record: PassportRecord): readonly DetailLine[] {
	const words = messages(language);
	const text = words.app.details;
	const {engine, engineVersion, recognizedAt, geometry, sha256} = record;
	return [
		heading(text.picture),
		plain(cleanText(record.path)),
		plain(
			engine === 'person'
				? text.typed(fileTime(new Date(recognizedAt)))
				: text.readBy(engineWords(words, engine).name, cleanText(engineVersion), fileTime(new Date(recognizedAt))),
		),
		...(geometry ? [plain(text.pixels(geometry.page.width, geometry.page.height))] : []),
		plain(text.hash(sha256)),
	];
}

/** What a person decided, as it is kept; then every step of this session that can be undone, the first first. */
function decisionLines({language, review}: AppState, record: PassportRecord): readonly DetailLine[] {
	const {app, list} = messages(language);
	const text = app.details;
	const {state, at, edits, confirmed} = record.review;
	const names = fieldNamesOf(messages(language), record.passport.shape);
	const steps = review.past.filter(({changes}) => changes.some(({before}) => before.path === record.path));
	const changed = Object.entries(edits).flatMap(([key, edit]) =>
		edit ? [plain(text.edited(names[key as keyof typeof names], edit.from, edit.to))] : [],
	);
	return [
		heading(text.decisions),
		plain(state === 'unreviewed' ? text.undecided : text.decided(list.states[state], at ? fileTime(new Date(at)) : '')),
		...changed,
		...(confirmed.length > 0 ? [plain(text.confirmed(confirmed.map(key => names[key])))] : []),
		...steps.map(({decision, changes}, index) =>
			plain(text.step(index + 1, {step: decision, name: recordName(record), count: changes.length})),
		),
	];
}

function fieldDetails(state: AppState, record: PassportRecord, field: FieldValue): readonly DetailLine[] {
	const {language} = state;
	const {app, commands} = messages(language);
	const text = app.details;
	const {key, value, evidence, raw, printed, repairedFrom, alternatives} = field;
	const {passport, geometry} = record;
	const stretch = currentStretch(passport.shape, passport.lines, key);
	const box = geometry?.printed[key];
	const inMrz = stretch !== undefined;
	const level = commands.recognize.levels[evidence.level];
	const issues = passport.issues.filter(issue => issue.field === key);
	const view = fieldView(record, field);
	return [
		{
			text: text.field(
				fieldNamesOf(messages(language), passport.shape)[key],
				value === '' ? app.review.empty : shownValue(field, language),
				level,
			),
			kind: 'field',
			mark: view.mark,
		},
		...(inMrz && raw !== '' ? [plain(text.inMrz(cleanText(raw), stretch[0] + 1, stretch[1] + 1, stretch[2]))] : []),
		...(printed ? [plain(text.printed(cleanText(printed.text)))] : []),
		...(box ? [plain(text.box(box.from.map(Math.round), box.to.map(Math.round), Math.round(box.height)))] : []),
		...(repairedFrom === undefined ? [] : [plain(text.repaired(cleanText(repairedFrom)))]),
		...alternatives.map(one => plain(text.other(cleanText(one.value), saySource(app.review.from, one.source)))),
		...sentences([...evidence.reasons, ...issues].map(reason => sayOfField(view, language, reason))),
		...(fieldInfo(key).decides ? [] : [plain(text.decidesNothing)]),
	];
}

function mrzLines(state: AppState, {passport, geometry}: PassportRecord): readonly DetailLine[] {
	const {language} = state;
	const text = messages(language).app.details;
	if (passport.lines.length === 0) return [];
	const places = (geometry?.lines ?? []).map(({from, to, pitch}, index) =>
		plain(text.line(index + 1, from.map(Math.round), to.map(Math.round), Math.round(pitch))),
	);
	return [
		heading(messages(language).app.review.mrz),
		...linesInPart(state, passport).map(line => plain(cleanText(line))),
		...places,
	];
}

function pageLines(state: AppState, {passport}: PassportRecord): readonly DetailLine[] {
	const {app, reasons} = messages(state.language);
	const say = isToCompare(passport) ? sayReason : sayFound;
	const said = sentences(passport.issues.flatMap(issue => (issue.field ? [] : [say(reasons, issue)])));
	return said.length === 0 ? [] : [heading(app.details.page), ...said];
}
