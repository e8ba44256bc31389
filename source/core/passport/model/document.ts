/** Whose reading it is. */
export type EngineName = string;

/** ICAO 9303 document shapes by their MRZ: lines x characters. */
export type DocumentShape = 'TD3' | 'TD2' | 'TD1' | 'MRV-A' | 'MRV-B';

/** What a user asks for: passports, identity cards (with other travel documents of their sizes), visas. */
export type DocumentClass = 'passport' | 'id' | 'visa';

export const documentClasses: readonly DocumentClass[] = ['passport', 'id', 'visa'];

/** What is read where nothing else is asked for. */
export const passportsOnly: readonly DocumentClass[] = ['passport'];

/** ICAO 9303-4 has passports, -5 and -6 cards, -7 visas. */
const classes: Readonly<Record<DocumentShape, DocumentClass>> = {
	TD3: 'passport',
	TD2: 'id',
	TD1: 'id',
	'MRV-A': 'visa',
	'MRV-B': 'visa',
};

export const documentClassOf = (shape: DocumentShape): DocumentClass => classes[shape];

/** Whether a document of a shape is among those that are asked for. */
export const isAskedFor = (shape: DocumentShape, documents: readonly DocumentClass[] = passportsOnly): boolean =>
	documents.includes(classes[shape]);

/** Whether a name, say of a kept failure, is a shape. */
export const isShape = (name: unknown): name is DocumentShape =>
	typeof name === 'string' && Object.hasOwn(classes, name);
