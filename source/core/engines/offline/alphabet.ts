/** Characters of the machine-readable zone in the order of the network's classes 1 to 37; class 0 is "nothing here". */
export const alphabet = '<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const classes = alphabet.length + 1;
export const blank = 0;

export const classOf = (character: string): number => alphabet.indexOf(character) + 1;
export const characterOf = (index: number): string => alphabet[index - 1] ?? '';

export const fillerClass = classOf('<');
export const isDigitClass = (index: number): boolean => index >= 2 && index <= 11;
