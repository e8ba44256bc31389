import {stat} from 'node:fs/promises';
import type {AppendOptions} from '../../core/export/append/append.ts';
import type {ExportFormat} from '../../core/export/formats.ts';
import {isFilledFile} from '../../core/export/is-filled-file.ts';
import type {FilledTemplate} from '../../core/export/template/parse-template.ts';
import type {ExportOptions} from '../../core/export/write.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {oncePerPassport} from '../../core/review/once.ts';
import {messages} from '../../text/index.ts';
import type {ExportRequest, GivenForm} from '../effect.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';
import {notReadRows} from '../reading/unread.ts';
import {recordName} from '../review/record-view.ts';
import {columnsOf, csvOptionsOf, holdsPhotos} from './column-choice.ts';
import type {IfExists, WrittenFile} from './state.ts';

/**
 * Writes the list, unless another process has decided about passports that the person has not seen: what is chosen, and
 * what was asked about it, would be of decisions that hold no more.
 *
 * @param decidedElsewhere Looks for such passports; what was decided is shown when it returns
 */
export async function exportRows(
	request: ExportRequest,
	{send, today, now}: RunnerOptions,
	decidedElsewhere: () => Promise<readonly PassportRecord[]>,
): Promise<void> {
	const {records: chosen, rejected, unread, set, savedSets, style, ifExists, form, ...rest} = request;
	try {
		const decided = await decidedElsewhere();
		if (decided.length > 0) {
			send({type: 'exportHeld', names: decided.map(recordName)});
			return;
		}
		const options = {
			...rest,
			...columnsOf({set, savedSets, style}),
			...csvOptionsOf(style),
			...(form ? {template: await readForm(form)} : {}),
			today,
			// The person has said which rows.
			includeRejected: true,
			notRead: notReadRows(unread, request.language, now()),
			words: messages(request.language).exported,
			...(holdsPhotos(request) ? {photos: (await import('../../core/pictures/photos.ts')).readPhotos} : {}),
		};
		const {hasChangedPicture, withMarksNow, withPictureNow} = await import('../../core/records/changed-picture.ts');
		const records = (await withMarksNow(chosen)).map(withPictureNow);
		const written = await writeOrAppend(records, {...options, rejected}, ifExists);
		const changed = records.filter(hasChangedPicture).flatMap(({path}) => (rest.notChosen?.has(path) ? [] : [path]));
		const stats = await stat(written.path).catch(() => undefined);
		send({type: 'exported', ...written, changed, modified: stats?.mtimeMs});
	} catch (thrown) {
		send({type: 'exportFailed', problem: problemOf(thrown)});
	}
}

/** The form as it is in its file now. */
async function readForm({name, values, folder}: GivenForm): Promise<FilledTemplate> {
	const {filledTemplate, loadTemplate} = await import('../../core/export/template/load-template.ts');
	return await filledTemplate(await loadTemplate(name, folder), new Map(Object.entries(values)), folder);
}

/** Sends a form, with those of its tables that are given, or why it cannot be read. */
export async function loadForm({name, values, folder}: GivenForm, {send}: RunnerOptions): Promise<void> {
	try {
		const {filledTemplate, loadTemplate, tablesOf} = await import('../../core/export/template/load-template.ts');
		const template = await loadTemplate(name, folder);
		const given = new Map(Object.entries(values));
		const isWhole = template.asked.every(({name: asked, isOptional}) => isOptional || given.has(asked));
		let tables: FilledTemplate['tables'] = new Map();
		try {
			tables = await tablesOf(template, given, folder);
			if (isWhole) await filledTemplate(template, given, folder);
			send({type: 'formLoaded', name, loaded: {template, tables}});
		} catch (thrown) {
			send({type: 'formLoaded', name, loaded: {template, tables}, problem: problemOf(thrown)});
		}
	} catch (thrown) {
		send({type: 'formLoaded', name, problem: problemOf(thrown)});
	}
}

/** Adds to the list that is there where that was chosen; without one it is written as a new one. */
async function writeOrAppend(
	records: ExportRequest['records'],
	options: Omit<ExportOptions, 'ifExists' | 'format'> & {readonly format: ExportFormat} & Pick<
			AppendOptions,
			'rejected'
		>,
	ifExists: IfExists,
): Promise<WrittenFile> {
	if (ifExists === 'append' && isFilledFile(options.path)) {
		const {appendExport} = await import('../../core/export/append/append.ts');
		const languages = [messages('en').exported, messages('zh').exported];
		const {kept, left} = oncePerPassport(records);
		// Days that are written as usual are no choice: added ones are as those of the list.
		const dates = options.dates === 'iso' ? undefined : options.dates;
		const {path, added, ...appended} = await appendExport(kept, {...options, dates, languages});
		return {path, rows: added, appended, repeats: left.map(({record}) => record.path)};
	}
	const {writeExport} = await import('../../core/export/write.ts');
	return await writeExport(records, {...options, ifExists: ifExists === 'append' ? 'newName' : ifExists});
}

/** Sends what is at a place where a file is to be written. */
export async function lookAtFile(path: string, {send}: RunnerOptions): Promise<void> {
	const stats = await stat(path).catch(() => undefined);
	send({type: 'fileThere', path, there: stats ? {path, size: stats.size, modified: stats.mtimeMs} : null});
}
