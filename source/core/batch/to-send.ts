import type {Engine} from '../engines/engine.ts';
import type {CalendarDay} from '../passport/passport.ts';
import {openPicture} from '../pictures/open.ts';
import type {Picture} from '../pictures/picture.ts';
import {createFolderScan} from '../records/folder-scan.ts';
import {keeps} from '../records/keeps.ts';
import {readSidecar} from '../records/sidecar.ts';

/** Pictures that are looked into at a time: each may be 60 MB. */
const most = 4;

type Options = {
	readonly engine: Pick<Engine, 'id' | 'version'>;
	readonly today: CalendarDay;
	readonly signal?: AbortSignal;
};

/**
 * How many pictures a batch would hand to `engine`, as its reader decides: those that cannot be opened, and those of
 * which a record stands, are not, and the same content twice is handed over once. Stops early on `signal`.
 */
export async function countToSend(paths: readonly string[], {engine, today, signal}: Options): Promise<number> {
	const findRenamed = createFolderScan();
	const stands = async (picture: Picture): Promise<boolean> => {
		const record = (await readSidecar(picture, today)) ?? (await findRenamed(picture))?.record;
		return record !== undefined && keeps(record, engine);
	};
	const contents = new Set<string>();
	const rest = paths.values();
	const work = async () => {
		for (const path of rest) {
			if (signal?.aborted) return;
			const picture = await openPicture(path).catch(() => undefined);
			if (picture && !(await stands(picture))) contents.add(picture.sha256);
		}
	};
	await Promise.all(Array.from({length: most}, work));
	return contents.size;
}
