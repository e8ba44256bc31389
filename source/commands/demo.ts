import {constants, copyFile, readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {Command} from '../command-line/context.ts';
import {findInputs} from '../command-line/inputs.ts';
import {calendarDay} from '../core/calendar-day.ts';
import {localEngine} from '../core/engines/choice.ts';
import {exitCodes} from '../core/errors.ts';
import {writeExport} from '../core/export/write.ts';
import {makeFolder} from '../core/make-folder.ts';
import {packagePath} from '../core/package-root.ts';
import {writingError} from '../core/records/atomic-write.ts';
import {readPictures} from './read-pictures.ts';

/** Under the current folder: there a person finds it again. */
const demoFolder = 'passport-ocr-demo';

/**
 * Copies the specimens that ship with the package; existing files stay.
 *
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function prepareDemo(folder = demoFolder): Promise<string> {
	const specimens = packagePath('source', 'specimens');
	try {
		await makeFolder(folder);
		for (const name of (await readdir(specimens)).filter(name => /\.(jpe?g|png|bmp)$/i.test(name)))
			await copyNew(join(specimens, name), join(folder, name));
	} catch (error) {
		throw writingError(folder, error);
	}

	return folder;
}

async function copyNew(from: string, to: string): Promise<void> {
	try {
		await copyFile(from, to, constants.COPYFILE_EXCL);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

/** `demo` without a terminal: the whole way, from the pictures to the spreadsheet. */
export const demo: Command = async context => {
	const {messages, say} = context;
	const folder = await prepareDemo();
	const {paths, failures} = await findInputs({files: [], folders: [folder], words: []}, context.signal);
	say(messages.commands.demo.folder(paths.length, resolve(folder)));
	const {outcomes, exitCode} = await readPictures(context, {
		paths,
		failures,
		engine: localEngine,
		format: 'table',
		single: false,
	});
	const records = outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
	if (records.length === 0) return exitCode;
	const {path, rows} = await writeExport(records, {
		format: 'excel',
		path: join(folder, 'passports.xlsx'),
		ifExists: 'replace',
		words: messages.exported,
		today: calendarDay(context.now()),
	});
	say(messages.commands.export.written(path, rows));
	// One of the specimens is no passport, to show what is said then: that is no failure of the demo.
	return exitCode === exitCodes.someFailed ? exitCodes.ok : exitCode;
};
