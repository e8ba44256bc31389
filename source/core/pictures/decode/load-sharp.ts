import {missingPart} from '../../missing-part.ts';

/**
 * Loads sharp when the first picture needs it: it takes longer than the rest of the program.
 *
 * @throws AppError INTERNAL {part, reason} where it is not installed for this system
 */
export const loadSharp = async () => {
	const {default: sharp} = await import('sharp').catch(error => {
		throw missingPart('sharp', error);
	});
	// Nothing is decoded twice; its cache would only keep memory.
	sharp.cache(false);
	return sharp;
};
