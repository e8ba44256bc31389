/** Lets everything else have its turn: keys, drawing, files. */
export const pause = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
