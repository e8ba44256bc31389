import {stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {AppError} from '../errors.ts';

/**
 * Excel and LibreOffice leave a file beside a list that they have open: what they save then takes the place of what is
 * written meanwhile. After a crash it stays there.
 *
 * @throws AppError NOT_WRITABLE {path, reason: 'EBUSY', lock} while one of them is there
 */
export async function mustBeClosed(path: string): Promise<void> {
	const name = basename(path);
	for (const lock of [`~$${name}`, `.~lock.${name}#`]) {
		const there = await stat(join(dirname(path), lock)).catch(() => undefined);
		if (there) throw new AppError('NOT_WRITABLE', {path, reason: 'EBUSY', lock});
	}
}
