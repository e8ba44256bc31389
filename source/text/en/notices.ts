import type {LastCalls} from '../../core/batch/call-report.ts';
import {cleanText} from '../../core/clean-text.ts';
import type {ConnectionVerdict} from '../../core/engines/engine.ts';
import type {ExportFormat} from '../../core/export/formats.ts';
import type {DocumentShape} from '../../core/passport/model/document.ts';
import type {FieldKey} from '../../core/passport/model/fields.ts';
import type {DigitName} from '../../core/passport/model/layouts.ts';
import type {Reason} from '../../core/passport/model/passport.ts';
import type {KeysProblem} from '../../core/settings/own-keys.ts';
import type {SettingsWarning} from '../../core/settings/warnings.ts';
import {formatWords} from '../export-formats.ts';

import {fewNames, fileTime, unopenedName} from '../format.ts';
import type {KeyName} from '../key-name.ts';
import {namesIn} from '../names-in.ts';
import {sayShort} from '../reason.ts';
import {commands} from './commands.ts';
import {plural} from './counting.ts';
import {fields, fieldsOfOthers} from './fields.ts';
import {list} from './list.ts';
import {plain} from './plain.ts';
import {problems} from './problems.ts';
import {reasons} from './reasons.ts';
import {type Step, stepWords} from './steps.ts';
import {verdicts} from './verdicts.ts';

const someNames = (names: readonly string[]) =>
	names.length > 2 ? `${fewNames(names.slice(0, 1), ', ')} and ${names.length - 1} more` : fewNames(names, ', ');

const names = (shape: DocumentShape) => namesIn({fields, fieldsOfOthers}, shape);

/** What just happened. */
export const notices = {
	writing: (_: object) => 'Writing the file.',
	exportHeld: (p: {names: readonly string[]}) =>
		`Not written: another session or command changed ${fewNames(p.names, ', ')}. See what was decided, then export again.`,
	keptElsewhere: (p: {name: string}) => `Another session or command changed ${p.name}: its decisions are shown.`,
	/**
	 * Files whose pictures were replaced, are gone, or are back as they were read. `opened`: how many are not accepted after
	 * all; `none`: nothing is left of what was to be accepted.
	 */
	picturesNow: (p: {
		replaced: readonly string[];
		gone: readonly string[];
		back: readonly string[];
		opened: number;
		none?: true;
	}) =>
		[
			...(p.replaced.length > 0
				? [`Replaced since ${p.replaced.length === 1 ? 'it was' : 'they were'} read: ${someNames(p.replaced)}.`]
				: []),
			...(p.gone.length > 0 ? [`Gone or not to be opened: ${someNames(p.gone)}.`] : []),
			...(p.opened > 0
				? [p.opened === p.replaced.length + p.gone.length ? 'Not accepted.' : `${p.opened} not accepted.`]
				: []),
			...(p.none ? ['Nothing was accepted.'] : []),
			...(p.back.length > 0 ? [`Back in place: ${someNames(p.back)}.`] : []),
		].join(' '),
	setSaved: (p: {name: string}) => `The columns are saved as ${p.name}.`,
	columnsLeft: (_: object, key: KeyName) =>
		`The columns are not saved. ${key('columns.open')} shows them again as they were changed.`,
	setDeleted: (p: {name: string}, key: KeyName) =>
		`Deleted: ${p.name}. ${key('columns.save')} saves its columns again.`,
	setNotNamed: (p: {name: string}) =>
		p.name === ''
			? 'A set of columns needs a name.'
			: `${p.name} cannot be the name: it begins with a letter, has letters, digits, - and _ only, and no other columns have it.`,
	formNeeds: (p: {names: readonly string[]}) => `The form needs ${p.names.join(', ')}.`,
	formDate: (p: {text: string}) => `${p.text} is not a date such as 2026-11-22.`,
	singleName: (p: {text: string}) =>
		`${p.text} cannot be in an airline line: letters, with single spaces between words, such as FNU.`,
	misnamed: (p: {file: string; format: ExportFormat; extension: string}) =>
		`${p.file} is not the name of ${formatWords.en[p.format].file}: end it in ${p.extension}, or choose another format.`,
	accountOpen: ({warning}: {warning: SettingsWarning}) =>
		`Key and secret: ${commands.config.warnings[warning.code](cleanText(warning.path))}`,
	arrived: ({count, file}: {readonly count: number; readonly file: string}) =>
		count === 1 ? `New: ${file}.` : `${count} new pictures: ${file} and ${count - 1} more.`,
	watchEnds: ({count}: {readonly count: number}) => `Watching ended; ${plural(count, 'picture', 'pictures')} came.`,
	passedOver: ({paths}: {paths: readonly string[]}) => plain.passedOver(paths.map(unopenedName)),
	/** Left out, because the question about sending did not have them. */
	cameLate: (p: {names: readonly string[]}, key: KeyName) =>
		`Not sent, came after the question: ${someNames(p.names)}. ${key('reading.again')} on ${p.names.length === 1 ? 'it' : 'one'} sends it.`,
	lastCalls: ({calls}: {calls: LastCalls}) =>
		commands.recognize.lastCalls(fileTime(new Date(calls.at)), commands.recognize.calls(calls)),
	keysIgnored: ({problem}: {problem: KeysProblem}) =>
		`The stored keys are not used: ${commands.config.keysProblem(problem)}. "config set keys" sets others.`,
	accepted: (p: {name: string}) => `Accepted: ${p.name}.`,
	acceptedOver: (p: {name: string; fields: number}, key: KeyName) =>
		`Accepted although ${plural(p.fields, 'field is', 'fields are')} not proven: ${p.name}. ${key('app.undo')} undoes it.`,
	refuted: (
		p: {
			shape: DocumentShape;
			fields: readonly FieldKey[];
			why: Reason | undefined;
			decision: 'confirmField' | 'accept';
		},
		key: KeyName,
	) => {
		const again = key(p.decision === 'accept' ? 'passport.accept' : 'field.confirm');
		const why = p.why && p.fields.length === 1 ? reasons[p.why.code].short(p.why.params ?? {}) : 'contradicted';
		return `${p.fields.map(field => names(p.shape)[field]).join(', ')}: ${why}. ${again} again accepts it as it is, ${key('field.edit')} corrects it.`;
	},
	taken: (p: {shape: DocumentShape; field: FieldKey; value: string}, key: KeyName) =>
		`${names(p.shape)[p.field]} is now ${p.value}. ${key('app.undo')} undoes it.`,
	acceptedEmpty: (p: {shape: DocumentShape; name: string; fields: readonly FieldKey[]}, key: KeyName) =>
		`Accepted without ${p.fields.map(field => names(p.shape)[field]).join(', ')}: ${p.name}. ${key('app.undo')} undoes it.`,
	notSaveable: (p: {why: Reason}) => reasons[p.why.code].sentence(p.why.params ?? {}),
	against: (p: {shape: DocumentShape; field: FieldKey; value: string; why: Reason}) =>
		p.value === ''
			? `${names(p.shape)[p.field]} is empty. Save it once more to leave it empty.`
			: `${names(p.shape)[p.field]} ${p.value}: ${reasons[p.why.code].short(p.why.params ?? {})}. Save it once more to keep it as typed.`,
	typedAgainst: (p: {shape: DocumentShape; name: string; field: FieldKey; value: string; why: Reason}, key: KeyName) =>
		p.value === ''
			? `${p.name}: ${names(p.shape)[p.field]} is left empty. ${key('app.undo')} undoes it.`
			: `${p.name}: ${names(p.shape)[p.field]} ${p.value} is kept as typed, but: ${sayShort(reasons, p.why)}. ${key('app.undo')} undoes it.`,
	copied: (_: object) => 'Sent to the clipboard, if this terminal lets programs use it.',
	typedLength: (p: {line: number; length: number; of: number}) =>
		`Line ${p.line} has ${p.length} characters; it must have ${p.of}.`,
	typedWrong: (p: {digits: readonly DigitName[]}, key: KeyName) =>
		`Wrong check digit: ${p.digits.map(name => commands.validate.of[name]).join(', ')}. Compare with the picture; ${key('mrz.next')} again keeps it.`,
	typedFirst: (_: object) => 'Line 1 begins with P, the issuing state and the name, such as P<UTOERIKSSON<<ANNA.',
	/** Without a number where it is not known. */
	elsewhere: (p: {pid: number; host: string}) =>
		p.pid > 0 ? commands.recognize.elsewhere(p.pid, p.host) : commands.recognize.elsewhereUnknown,
	lost: (p: {count: number}) => commands.recognize.lost(p.count),
	unanswered: (p: {count: number}) => commands.recognize.unanswered(p.count),
	originalUsed: (p: {count: number}) => commands.recognize.originalUsed(p.count),
	originalOlder: (p: {count: number}) => commands.recognize.originalOlder(p.count),
	laterKept: (p: {file: string; sidecar: string}) => commands.recognize.later(p.file, p.sidecar),
	/** `count`: pictures that were named; `without`: paths without a picture. */
	pasted: (p: {count: number; without: number}) =>
		[
			...(p.count > 0 ? [`${plural(p.count, 'pasted picture', 'pasted pictures')} chosen.`] : []),
			...(p.without > 0 ? [`${plural(p.without, 'path has', 'paths have')} no picture.`] : []),
		].join(' '),
	opening: (_: object) => 'Opening it in its own window.',
	notOpened: (p: {path: string}) => `No program would open it: ${p.path}`,
	rejected: (p: {name: string}, key: KeyName) =>
		`Rejected, will not be exported: ${p.name}. ${key('app.undo')} undoes it.`,
	skipped: (p: {name: string}) => `Skipped, still to check: ${p.name}.`,
	/** `without`: files of those that were left out because their pictures changed or are gone. */
	acceptedClean: (p: {count: number; without: readonly string[]}, key: KeyName) =>
		[
			`${plural(p.count, 'proven passport', 'proven passports')} accepted.`,
			...(p.without.length > 0 ? [`Not accepted, picture changed or gone: ${someNames(p.without)}.`] : []),
			`${key('app.undo')} undoes it.`,
		].join(' '),
	undone: (p: Step, key: KeyName) => `Undone: ${stepWords(p)}. ${key('app.redo')} redoes it.`,
	redone: (p: Step) => `Redone: ${stepWords(p)}.`,
	secretKept: (p: {problem: string | undefined}) =>
		p.problem === undefined
			? 'The secret is in the keychain of this system.'
			: commands.config.notInKeychain(p.problem),
	credentialsStored: (_: object) => 'Key and secret stored.',
	testing: (_: object) => 'Asking the service …',
	tested: (p: {verdict: ConnectionVerdict; said: string}, key: KeyName) =>
		p.said === '' ? verdicts(key)[p.verdict] : `${verdicts(key)[p.verdict]} It says: ${p.said}`,
	staysHere: (_: object) => 'Reading stays on this computer.',
	/** Asked on the screen of the reading; the person is elsewhere. */
	secondWaits: (p: {count: number}) =>
		`${plural(p.count, 'picture', 'pictures')} could be sent to the cloud as well: the screen Reading asks.`,
	secondNeedsAccount: (p: {count: number}) =>
		`With an account (first screen, Recognition engine) the cloud could read ${plural(p.count, 'picture', 'pictures')} as well.`,
	noHelp: (p: {file: string; code: string}) =>
		`${p.file}: the cloud did not help (${problems(p.code)}); the first result is kept.`,
	paused: (_: object, key: KeyName) => `Paused. ${key('reading.pause')} resumes.`,
	resumed: (_: object) => 'Resumed.',
	atATime: (p: {count: number}) => `${p.count} at a time`,
	readingAgain: (p: {count: number}) => `${plural(p.count, 'picture', 'pictures')} again`,
	leftOut: (p: {file: string}, key: KeyName) => `Left out: ${p.file}. ${key('reading.again')} reads it after all.`,
	tripSet: (p: {unfit: string; isPast: boolean}, key: KeyName) =>
		`${p.isPast ? 'The trip is over already. ' : ''}${p.unfit === '' ? 'All passports read are valid for the trip.' : `Of the passports read: ${p.unfit}. ${key('batch.show')} in the list shows them.`}`,
	tripNone: (_: object) => 'No trip: passports are judged against today.',
	tripWrong: (_: object) =>
		'That is no day, or can be two, as 01/02/2027 can. One day, or first and last, such as 2027-02-01 2027-02-14.',
	journalBroken: (_: object) => list.resume.broken,
	nothingToResume: (_: object) => list.resume.none,
	/** `unread`: pictures that could not be read; `toRead`: pictures without any result yet. */
	cameBack: (p: {
		read: number;
		unread: number;
		toRead: number;
		missing: number;
		folder: string;
		replaced: readonly string[];
		gone: readonly string[];
	}) =>
		[
			list.resume.back(p, p.folder),
			...(p.replaced.length > 0 ? [list.resume.replaced(p.replaced.length, someNames(p.replaced))] : []),
			...(p.gone.length > 0 ? [list.resume.gone(p.gone.length, someNames(p.gone))] : []),
			...(p.missing > 0 ? [list.resume.missing(p.missing)] : []),
		].join(' '),
	settingsBroken: (p: {path: string}) => `The settings file could not be read and was put aside: ${p.path}`,
};
