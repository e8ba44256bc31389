import type {AppEvent} from '../session/event.ts';
import {type Problem, problemLines} from '../session/problem.ts';
import {shownValue} from '../session/review/record-view.ts';
import {currentRecord} from '../session/review/view-model.ts';
import type {AppState} from '../session/state.ts';
import {fieldNamesOf} from '../text/field-names.ts';
import {type Language, messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {sentences} from '../text/sentences.ts';
import {createItemLines, isOver} from './item-lines.ts';
import {newsLine} from './news.ts';

/** Says what an event changed, in lines; what nothing is to be said of is silent. */
export function createNarrator(say: (line: string) => void, language: Language) {
	const text = messages(language);
	const itemLines = createItemLines(language);
	const sayProblem = (problem: Problem) => problemLines(problem, text).forEach(say);
	return (before: AppState, event: AppEvent, after: AppState): void => {
		switch (event.type) {
			case 'batch': {
				for (const line of itemLines(before, after)) say(line);
				if (event.problem) sayProblem(event.problem);
				const {calls} = event;
				if (calls && isOver(after.reading) && !isOver(before.reading) && calls.made + calls.saved > 0) {
					say(text.commands.recognize.calls(calls));
				}
				break;
			}
			case 'unsaved':
				say(
					sentences(
						text.errors.what(event.problem.code, event.problem.details),
						event.keptAt === undefined ? text.app.notSaved : text.app.heldElsewhere,
					),
				);
				break;
			case 'failed':
			case 'batchFailed':
			case 'watchFailed':
			case 'exportFailed':
				sayProblem(event.problem);
				break;
			case 'leaving':
				say(text.app.question.leaving(event.owed, () => 'ctrl+c'));
				break;
			default: {
				const changed = changedValue(before, event, after, language);
				if (changed !== undefined) say(changed);
				const news = after.review === before.review ? undefined : newsLine(after.review, language);
				const said = news ?? (after.notice === before.notice ? undefined : noticeLine(after, language));
				if (said !== undefined) say(said);
			}
		}
	};
}

/** The value that a person put in the place of another one. */
function changedValue(before: AppState, event: AppEvent, after: AppState, language: Language): string | undefined {
	const old = currentRecord(before.review);
	const isTyped = event.type === 'act' && /^(?:edit\.save|question\.take|field\.take)/.test(event.id);
	if (!isTyped || !old || after.review === before.review) return undefined;
	const {field: key} = before.review;
	const now = after.review.records.find(({path}) => path === old.path);
	const [was, is] = [old, now].map(record => record?.passport.fields.find(field => field.key === key));
	const {plain, app} = messages(language);
	if (!is || is.value === was?.value) return undefined;
	return plain.changed(
		fieldNamesOf(messages(language), old.passport.shape)[key],
		shownValue(is, language) || app.review.empty,
	);
}

/** A notice in words that name no key: those of the screen often do. */
function noticeLine({notice}: AppState, language: Language): string | undefined {
	const {app, plain, reasons} = messages(language);
	switch (notice?.kind) {
		case 'off':
			return notice.reason === 'nothingToUndo' ? plain.nothingToUndo : undefined;
		case 'notSaveable':
			return plain.cannot(sayReason(reasons, notice.params.why));
		case 'typedWrong':
			return plain.wrongDigits(notice.params.digits.map(name => app.review.digitNames[name]));
		case 'tripSet':
			return notice.params.unfit === '' ? undefined : plain.unfit(notice.params.unfit);
		case 'cameLate':
			return plain.cameLate(notice.params.names);
		case 'exportHeld':
		case 'picturesNow':
		case 'cameBack':
		case 'settingsBroken':
		case 'typedLength':
		case 'elsewhere':
		case 'lost':
		case 'unanswered':
		case 'originalUsed':
		case 'originalOlder':
		case 'laterKept':
		case 'secretKept':
		case 'accountOpen':
		case 'passedOver':
		case 'lastCalls':
		case 'noHelp':
		case 'secondNeedsAccount':
		case 'typedFirst':
		case 'journalBroken':
		case 'nothingToResume':
		case 'credentialsStored':
		case 'staysHere':
		case 'tripNone':
		case 'tripWrong':
			// The kind ties the sentence to its parameters; TypeScript cannot follow that through a union.
			return (app.notices[notice.kind] as (params: object) => string)(notice.params);
		default:
			return undefined;
	}
}
