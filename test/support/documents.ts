import type {DocumentShape} from '../../source/core/passport/model/document.ts';
import type {PassportRecord} from '../../source/core/records/record.ts';
import {reading, recordOf} from './records.ts';

/** The lines of an invented person's documents; every check digit is right. */
export const documents = {
	TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F3204153UTO<<<<<<<<<<<2', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
	TD2: ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F3204153<<<<<<<2'],
	'MRV-A': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4UTO7408122F3204153<<<<<<<<<<<<<<<<'],
	'MRV-B': ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4UTO7408122F3204153<<<<<<<<'],
	/** The French identity card of before 2021. */
	french: ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'],
} as const;

/** A record of one of them, read clearly. */
export const documentRecord = (path: string, shape: Exclude<DocumentShape, 'TD3'>): PassportRecord =>
	recordOf(path, {reading: {...reading(documents[shape]), shape}});

export const cardRecord = (path: string): PassportRecord => documentRecord(path, 'TD1');
