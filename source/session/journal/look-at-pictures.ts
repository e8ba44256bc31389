import {dirname} from 'node:path';
import type {PassportRecord} from '../../core/records/record.ts';
import type {RunnerOptions} from '../effects/runner.ts';

/** Looks whether pictures are those that were read, and says what became of the others. */
export function createPictureLook({send}: Pick<RunnerOptions, 'send'>) {
	const look = async (
		records: readonly PassportRecord[],
		{asked = false, decided = false}: {readonly asked?: boolean; readonly decided?: boolean} = {},
	): Promise<readonly PassportRecord[]> => {
		const {withMarksNow} = await import('../../core/records/changed-picture.ts');
		const now = await withMarksNow(records);
		const isNews = now.some(({pictureNow}, place) => pictureNow !== records[place]!.pictureNow);
		const found = now.map(one => ({
			path: one.path,
			sha256: one.sha256,
			now: one.pictureNow,
			undecided: decided || one.review.state === 'unreviewed',
		}));
		if (isNews || asked) send({type: 'picturesNow', found, asked});
		return now;
	};
	let decided: PassportRecord[] = [];
	return {
		look,
		/** Looks at the picture of a passport that was decided a moment ago, and of those decided with it. */
		async lookAtDecided(record: PassportRecord): Promise<void> {
			decided.push(record);
			if (decided.length > 1) return;
			await new Promise(setImmediate);
			const some = decided;
			decided = [];
			await look(some, {decided: true});
		},
		/** Looks at the picture of a passport that comes to be seen; and at all where it is gone, or others are back: a drive may be. */
		async lookAt(record: PassportRecord, all: readonly PassportRecord[]): Promise<void> {
			const {pictureNow} = await import('../../core/records/changed-picture.ts');
			const isGone = async (one: PassportRecord) => (await pictureNow(one)) === 'gone';
			const isGoneNow = await isGone(record);
			const wasGone = record.pictureNow === 'gone';
			const others = isGoneNow || wasGone ? [] : oneOfEachFolder(all.filter(one => one.pictureNow === 'gone'));
			const isOfDrive = isGoneNow !== wasGone || (await Promise.all(others.map(isGone))).includes(false);
			await look(isOfDrive ? all : [record]);
		},
	};
}

/** The folders that are looked for, at most: a drive comes back with all of its folders. */
const mostFolders = 8;

function oneOfEachFolder(records: readonly PassportRecord[]): readonly PassportRecord[] {
	const folders = new Map<string, PassportRecord>();
	for (const record of records) {
		const folder = dirname(record.path);
		if (!folders.has(folder)) folders.set(folder, record);
		if (folders.size === mostFolders) break;
	}
	return [...folders.values()];
}
