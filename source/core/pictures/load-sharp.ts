/** Loads sharp when the first picture needs it: it takes longer than the rest of the program. */
export const loadSharp = async () => {
	const {default: sharp} = await import('sharp');
	// Nothing is decoded twice; its cache would only keep memory.
	sharp.cache(false);
	return sharp;
};
