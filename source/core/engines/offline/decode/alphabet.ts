/** Characters of the MRZ in the order of the network's classes 1 to 37; class 0 is "nothing here". */
export const alphabet = '<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** How many classes the network distinguishes at a place. */
export const classes = alphabet.length + 1;
export const blank = 0;

/** The class of a character of the MRZ; 0 for any other. */
export const classOf = (character: string): number => alphabet.indexOf(character) + 1;
/** The character of a class; empty for "nothing here". */
export const characterOf = (index: number): string => alphabet[index - 1] ?? '';

export const fillerClass = classOf('<');
/** The classes of 0 to 9. */
export const isDigitClass = (index: number): boolean => index >= 2 && index <= 11;
