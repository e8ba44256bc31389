import {readFile, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {writeAtomic, writingError} from '../atomic-write.ts';
import {shortened} from './path.ts';

/** The name of a result that lost its place to a new reading: no reader takes it for a result. */
export const asidePattern = /\.before-\d{14}(?:-\d+)?\.json\.old$/;

/**
 * Copies a sidecar to `NAME.before-20261122060000.json.old`.
 *
 * @throws AppError NOT_WRITABLE {path, reason}
 */
export async function copyAside(path: string, now: Date): Promise<void> {
	const [content, {mode}] = await Promise.all([readFile(path), stat(path)]).catch(error => {
		throw writingError(path, error);
	});
	const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
	for (let number = 1; ; number++) {
		const ending = `.before-${time}${number === 1 ? '' : `-${number}`}.json.old`;
		const aside = join(dirname(path), shortened(basename(path, '.json'), ending));
		if (await writeAtomic(aside, content, {mode: mode & 0o777, how: 'create'})) return;
	}
}
