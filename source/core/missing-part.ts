import {AppError} from './errors.ts';

/**
 * Why a part of this program, such as a decoder, could not be loaded: INTERNAL {part, reason}. It is no fault of the picture
 * that needs it, which must not be called damaged.
 */
export function missingPart(part: string, error: unknown): AppError {
	const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
	return new AppError('INTERNAL', {part, reason}, {cause: error});
}
