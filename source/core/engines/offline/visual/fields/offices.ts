import {fold} from '../runs.ts';

/** Beginnings of words that are in the names of offices and in those of no town, in the languages of the labels. */
const beginnings: readonly string[] = (
	'MINIST DEPART POLIC POLIZ POLIT POLIIS OFFICE OFICINA BUREAU BÜRO AUTHORI AUTORI BEHÖRD CONSUL KONSUL AMBASS EMBASS EMBAJ EMBAIX BOTSCHAFT ' +
	'BAKANL İÇİŞLER SÝSLUM ÞJÓÐSK URAD MUNICIP PREFECT PRÉFECT PREFEIT PREFETT QUESTUR MAIRIE DIREC DIRETT SECRETAR GOVERNMENT GOUVERNEM GOBIERN IMMIGR INMIGR MIGRA PASSPORT PASAPORT ' +
	'PASSEPORT PASPOR REGISTR STANDESAMT LANDRAT BÜRGERMEIST BURGEMEEST MAGISTRAT BEZIRKSHAUPT AFFAIR AUSWÄRTIG EXTERIOR ESTRANG ÉTRANG ' +
	'INTERIOR INNENMIN JUSTIC NÜFUS EMNİYET VALİLİ WOJEWOD PREZYDENT VOIVOD DELEGAC JABATAN KANTOR KEMENT'
)
	.split(' ')
	.map(fold);

/** Whether a text has a word that names an office. Where it has none it may still be one: `MUP R. SRBIJE`, `NADRA`. */
export const namesOffice = (text: string): boolean =>
	text
		.split(/[^\p{L}]+/u)
		.map(fold)
		.some(word => beginnings.some(beginning => word.startsWith(beginning)));
