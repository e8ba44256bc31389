/** Bytes that are recognised as a PNG by content; `seed` makes pictures differ. No decoder is asked to open them. */
export const pngBytes = (seed = ''): Buffer =>
	Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`not decoded here ${seed}`)]);
