import type {ExportFormat} from '../../core/export/formats.ts';
import {formatWords} from '../export-formats.ts';
import type {AnswerName, Command} from '../key-name.ts';
import {anyOf, plural} from './counting.ts';
import {type Step, stepWords} from './steps.ts';

/** The guided session as lines: for a screen reader, or where a screen full of signs is not wanted. */
export const plain = {
	start: (answer: AnswerName) =>
		`An empty answer takes what is proposed. ${answer('stop')} stops; what was read and checked is kept.`,
	/** After the batch that was left. */
	goOnOrNot: (batch: string, answer: AnswerName) => `${batch}. Empty: resume it. ${answer('no')}: other pictures.`,
	halfTyped: (file: string, field: string, typed: string) =>
		`You were typing in ${file}, not saved. ${field}: ${typed}`,
	halfTypedLine: (file: string, line: number, typed: string) =>
		`You were typing the MRZ of ${file}, not saved. Line ${line}: ${typed}`,
	where: (folder: string) => `Which folder or picture? Empty: ${folder}`,
	/** Names of files in the folders that were read. */
	passedOver: (names: readonly string[]) =>
		`Not opened, though pictures may be in it: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}. Open Word files and links by name; unpack archives; save attachments.`,
	cameLate: (names: readonly string[]) =>
		`Not sent, came after the question: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}. Start again with the folder to be asked about ${names.length === 1 ? 'it' : 'them'}.`,
	found: (count: number) => `${plural(count, 'picture', 'pictures')} found.`,
	take: 'Empty reads them all. Or type a part of the names to take only some.',
	noneFits: 'No file name contains that.',
	fits: (count: number, names: string) => `${plural(count, 'picture fits', 'pictures fit')}: ${names}`,
	takeThese: 'Empty reads these. Or type another part.',
	andMore: (count: number) => `and ${count} more`,
	engine: (choices: readonly string[]) =>
		`Which recognition engine? ${choices.map((choice, index) => `${index + 1}: ${choice}.`).join(' ')} Empty: 1`,
	otherDocuments: (now: string, answer: AnswerName) => `${answer('documents')}: other documents. ${now}`,
	reads: (name: string, others: readonly string[]) =>
		`Recognition engine: ${name}. For another: --engine ${anyOf(others)}.`,
	tooSoon: 'That came too soon to be an answer: let go of the key, and answer again.',
	notAnswer: 'Please choose one of the answers.',
	/** The question, which names the answers, is said again behind it. */
	notOneOf: (typed: string) => `Please choose one of the answers. "${typed}" is not one of them.`,
	key: 'Key of the Xiangyun account? Empty: stay on this computer.',
	secret: 'Secret? It is seen while you type. Empty: stay on this computer.',
	sendAsWell: (answer: AnswerName) => `${answer('yes')}: send them. Empty: keep what was read here.`,
	sendOrNot: (answer: AnswerName) =>
		`${answer('yes')}: send them. ${answer('here')}: read them on this computer. Empty: neither.`,
	watching: (count: number, answer: AnswerName) =>
		`Watching the folder; ${plural(count, 'picture has', 'pictures have')} come. Empty: check what is new. ${answer('write')}: stop watching and write the list.`,
	watchOrNot: (answer: AnswerName) => `${answer('yes')}: send them. Empty: read only what is there now.`,
	goOnSending: (answer: AnswerName) => `${answer('yes')}: send them. Empty: not now.`,
	line: (count: number, all: number, file: string, said: string) => `${count} of ${all}. ${file}: ${said}`,
	proven: (name: string) => `${name}, proven`,
	kept: 'read before',
	left: (time: string) => `${time} left.`,
	read: (counts: string) => `Read. ${counts}.`,
	typeOrNot: (count: number, answer: AnswerName) =>
		`${plural(count, 'picture was', 'pictures were')} not read. Type ${count === 1 ? 'its' : 'their'} two lines by hand? ${answer('yes')}: yes. Empty: leave ${count === 1 ? 'it' : 'them'}.`,
	unread: (count: number, file: string, why: string) => `Not read ${count}. ${file}: ${why}`,
	typeLine: (line: 1 | 2): string =>
		line === 1
			? 'Line 1, as printed; < at its end may be left out. Empty: leave this picture.'
			: 'Line 2, as printed, 44 characters. Empty: leave this picture.',
	wrongDigits: (names: readonly string[]) => `Wrong check digit: ${names.join(', ')}.`,
	keepOrNot: (answer: AnswerName) => `${answer('yes')}: keep it as typed, to be checked. Empty: type line 2 again.`,
	checking: (count: number, answer: AnswerName) =>
		`${plural(count, 'passport has', 'passports have')} values to check. ${answer('help')} lists the answers.`,
	passport: (count: number, name: string, file: string) => `Passport ${count}. ${name}. ${file}`,
	field: (label: string, value: string) => `${label}: ${value}`,
	nothing: 'nothing was read',
	why: (reasons: string) => `To check, because: ${reasons}`,
	other: (number: number, value: string, from: string) => `${number} takes ${value}, from ${from}.`,
	/** `label`: of a field that nothing was read of. */
	fillIn: (label: string) => `${label}: nothing was read. Type it as printed. Empty: leave it.`,
	noneEmpty: 'Every field has a value.',
	ask: 'Empty: it is right. Or type what is right.',
	/** Pictures that belong together, by their names. */
	together: {
		conflict: (one: 'number' | 'picture', names: string, fields: string) =>
			`The same ${one}, but different (${fields}): ${names}.`,
		samePicture: (names: string) => `The same picture: ${names}.`,
		samePassport: (names: string) => `The same passport: ${names}.`,
		samePerson: (names: string) => `The same person with different passports: ${names}.`,
	},
	family: (surname: string, names: string) => `Probably a family, ${surname}: ${names}.`,
	comma: ', ',
	and: (one: string, other: string) => `${one}, ${other}`,
	answers: [
		'Empty: this value is right.',
		'A number: take that other reading.',
		'Anything else: what is right, in its place.',
	] as readonly string[],
	/** What each command does, at every question that has it. */
	commands: {
		letters: 'the value letter by letter.',
		accept: 'accept the whole passport as it is.',
		reject: 'reject the passport; it is not written.',
		skip: 'skip it for now.',
		correct: 'correct a value.',
		fillIn: 'type fields that nothing was read of, such as place of birth.',
		undo: 'undo the last answer.',
		details: 'all that is known of this picture.',
		numbers: 'show numbers in full, national identity numbers as well, or hide them again.',
		list: 'list the passports of the batch, find one, open it.',
		order: 'the next order of the list.',
		trip: 'the trip that passports must be valid for.',
		stop: 'stop. What was read and checked is kept.',
	} satisfies Readonly<Record<Command | 'stop', string>>,
	/** A file was named in a folder that does not exist. */
	noFolder: (folder: string) => `There is no folder ${folder}.`,
	/** `unfit`: how many passports are not valid, in words. */
	unfit: (unfit: string) => `Of the passports: ${unfit}.`,
	tripDays: 'Day of travel, or first and last day, such as 2027-02-01 2027-02-14? Empty: no trip.',
	tripRule:
		'How long must passports be valid? 1: on the last day. 2: 3 months longer. 3: 6 months longer. 4: as the Schengen states ask. Empty: 3',
	unknown: (answer: AnswerName) => `That answer is not known. ${answer('help')} lists the answers.`,
	cannot: (why: string) => `That cannot be: ${why}`,
	/** `readings`: two dates. */
	whichDate: (typed: string, readings: readonly string[]) =>
		`${typed} can be ${readings.map((reading, index) => `${index + 1}: ${reading}`).join(' or ')}. Which one?`,
	against: (label: string, value: string, why: string) =>
		`${label} ${value}. ${why} Empty: keep it as typed. Or type what is right.`,
	changed: (label: string, value: string) => `${label} is now ${value}.`,
	unchanged: 'That is the value already, so nothing is decided. Empty: it is right.',
	/** Fields that something printed speaks against. */
	refuted: (fields: string, decision: 'confirmField' | 'accept', answer: AnswerName) =>
		`Something printed speaks against it: ${fields}. ${decision === 'accept' ? answer('accept') : 'Empty'} again: accept it as it is.`,
	accepted: (name: string) => `Accepted: ${name}.`,
	rejected: (name: string) => `Rejected: ${name}.`,
	skipped: (name: string) => `Skipped, still to check: ${name}.`,
	undoneStep: (step: Step) => `Undone: ${stepWords(step)}.`,
	nothingToUndo: 'There is nothing to undo.',
	noUndoHere: 'There is nothing to undo at this question.',
	acceptClean: (count: number, answer: AnswerName) =>
		`${plural(count, 'passport is', 'passports are')} proven. Accept without looking at each? Empty: yes. ${answer('no')}: no, one by one.`,
	acceptOne: (answer: AnswerName) =>
		`Empty: accept. ${answer('correct')}: correct a value. ${answer('reject')}: reject. ${answer('skip')}: skip. ${answer('undo')}: undo the last answer.`,
	/** The list in lines. `parts`: what there is of name, number, expiry, state. */
	listRow: (number: number, file: string, parts: readonly string[]) => `${number}. ${parts.join(', ')}. ${file}`,
	listKin: {
		conflict: (file: string) => `differs from ${file}`,
		samePicture: (file: string) => `the same picture as ${file}`,
		samePassport: (file: string) => `the same passport as ${file}`,
		samePerson: (file: string) => `another passport of the same person: ${file}`,
	},
	listAsk: (sorted: string, answer: AnswerName) =>
		`Ordered ${sorted}; ${answer('order')}: another order. A number opens that one. Or type a part of name, number or file. Empty: back.`,
	/** Of a passport that was opened from the list. */
	lookedAt: (answer: AnswerName) =>
		`Empty: leave it as it is. ${answer('accept')}: accept. ${answer('correct')}: correct a value. ${answer('reject')}: reject. ${answer('skip')}: skip. ${answer('undo')}: undo the last answer.`,
	result: (accepted: number, rejected: number, open: number) =>
		`${accepted} accepted, ${rejected} rejected, ${open} not checked.`,
	format: (usual: ExportFormat, others: readonly ExportFormat[], answer: AnswerName) =>
		`Write the list? Empty: ${formatWords.en[usual].name}. ${anyOf(others)}: in that form. ${answer('columns')}: columns and style. ${answer('no')}: do not write it.`,
	form: (now: string, forms: readonly string[]) =>
		`Which form? Empty: ${now}. Or one of: ${forms.join(', ')}. Or the path of a template of yours.`,
	formValue: (name: string, kind: string, now: string | undefined, isOptional: boolean) =>
		`${name}${kind === '' ? '' : ` (${kind})`}? ${now !== undefined ? `Empty: ${now}.` : isOptional ? 'It can be empty.' : ''}`.trim(),
	columnsNow: (now: string, sets: readonly string[], saved: readonly string[]) =>
		`Which columns? Empty: ${now}. Or one of: ${sets.join(', ')}. Or names of columns with commas between, with =HEAD behind those that have another head.${saved.length === 0 ? '' : ` -${saved[0]} deletes the saved ${saved[0]}.`}`,
	columnsDeleted: (name: string) => `Deleted: ${name}.`,
	columnsUnknown: (name: string, all: readonly string[]) => `There is no column ${name}. There are: ${all.join(', ')}.`,
	columnsName: 'Name to save these columns under?',
	style: (now: string, choices: string) => `Style? Empty: ${now}. Or any of: ${choices}`,
	/** `now`: what was given before. */
	singleName: (count: number, now: string | undefined, answer: AnswerName) =>
		`${plural(count, 'passport has', 'passports have')} one name. What does the carrier want as the given name, such as FNU? Empty: ${now ?? 'they have no line'}. ${answer('no')}: they have no line.`,
	styleUnknown: (said: string) => `Not known: ${said}.`,
	file: (path: string) => `Which file? Empty: ${path}`,
	again: (file: string, answer: AnswerName) =>
		`${file} was written before. Empty: replace it. ${answer('newName')}: a new name. ${answer('no')}: write none.`,
	columnsOrNot: (answer: AnswerName) =>
		`Empty: write it so. ${answer('everyColumn')}: with every column. ${answer('no')}: write none.`,
	nothingToWrite: 'Nothing is accepted, so there is no list to write.',
	script: 'From a script, everything in the folder but what is rejected:',
	stopped: (command: string) =>
		`Stopped. What was read and checked is kept beside the pictures. To resume: ${command} --plain --resume`,
};
