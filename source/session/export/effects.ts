import {stat} from 'node:fs/promises';
import {messages} from '../../text/index.ts';
import type {ExportRequest} from '../effect.ts';
import {problemOf} from '../effects/problem.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {notReadRows} from '../reading/unread.ts';
import {columnsOf} from './column-choice.ts';

export async function exportRows(request: ExportRequest, {send, today, now}: RunnerOptions): Promise<void> {
	const {records, unread, set, savedSets, ...options} = request;
	try {
		const {writeExport} = await import('../../core/export/write.ts');
		const written = await writeExport(records, {
			...options,
			...columnsOf({set, savedSets}),
			today,
			// The person has said which rows.
			includeRejected: true,
			notRead: notReadRows(unread, request.language, now()),
			words: messages(request.language).exported,
		});
		const stats = await stat(written.path).catch(() => undefined);
		send({type: 'exported', ...written, modified: stats?.mtimeMs});
	} catch (thrown) {
		send({type: 'exportFailed', problem: problemOf(thrown)});
	}
}

/** Sends what is at a place where a file is to be written. */
export async function lookAtFile(path: string, {send}: RunnerOptions): Promise<void> {
	const stats = await stat(path).catch(() => undefined);
	send({type: 'fileThere', path, there: stats ? {path, size: stats.size, modified: stats.mtimeMs} : null});
}
