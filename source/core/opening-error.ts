import {AppError} from './errors.ts';

const notFound = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** What the file system said about opening or listing `path`, as an AppError. */
export function openingError(path: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const reason = (error as NodeJS.ErrnoException | undefined)?.code ?? String(error);
	return new AppError(notFound.has(reason) ? 'FILE_NOT_FOUND' : 'NOT_READABLE', {path, reason}, {cause: error});
}
