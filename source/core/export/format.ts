import type {CountryLetters} from './airline/docs-passenger.ts';
import type {IsHead, OpenList} from './append/open-list.ts';
import type {ColumnSet} from './column-sets.ts';
import type {DateStyle} from './dates.ts';
import type {PhotoReader} from './excel/photos.ts';
import type {OtherRowThread} from './excel/threads.ts';
import type {RowOptions, Table} from './rows.ts';
import type {FilledTemplate} from './template/parse-template.ts';

/** The content of a file, part by part: no list is too long for the memory. */
export type Content = Iterable<string> | AsyncIterable<Uint8Array>;

/** How a table is written. */
export type RenderOptions = Pick<RowOptions, 'words' | 'trip' | 'names' | 'notRead'> & {
	readonly columns: ColumnSet;
	readonly dates?: DateStyle | undefined;
	/** One character between the values, for formats that have one. */
	readonly delimiter?: string | undefined;
	/** For CSV: texts that Excel changes are kept from it. */
	readonly excelSafe?: boolean | undefined;
	/** Called with each text that Excel changes when it opens the file, where nothing keeps it from that. */
	readonly onAltered?: ((text: string) => void) | undefined;
	/** For airline lines: letters of a country, by default 3. */
	readonly countryLetters?: CountryLetters | undefined;
	/** For airline lines: what is entered as the given name of a person with a single name; without it they have no line. */
	readonly singleName?: string | undefined;
	/**
	 * For airline lines: paths of passports of the booking that were not chosen. They keep their passenger numbers and have no
	 * line.
	 */
	readonly notChosen?: ReadonlySet<string> | undefined;
	/** Pictures of each passport, for formats that hold them. */
	readonly photos?: PhotoReader | undefined;
	/** A second thread for the rows of long lists, for formats that use one. */
	readonly rowThread?: OtherRowThread | undefined;
	/** For a list in the form of a template. */
	readonly template?: FilledTemplate | undefined;
};

/** A passport that a format does not take. */
export type RefusedRow = {
	readonly path: string;
	/** In the person's language. */
	readonly why: string;
};

/** A format of the list. Its words are in `text/export-formats.ts`. */
export type Format<Id extends string = string> = {
	/** As `--format` takes it. */
	readonly id: Id;
	/** Of a new file, such as `.csv`. */
	readonly extension: string;
	/** Other extensions that mean this format, in lower case. */
	readonly aliases?: readonly string[];
	/** A file of it may have any name: none says that it is one. */
	readonly anyName?: boolean;
	/** Days are always ISO 8601, whatever style was chosen. */
	readonly isoDates?: boolean;
	/** Pictures without a passport have a place in it, whatever the columns. */
	readonly listsNotRead?: boolean;
	/** Has the same content whatever columns were chosen. */
	readonly fixedContent?: boolean;
	/** Keeps every value as it was read, for programs: nothing is masked. */
	readonly lossless?: boolean;
	/** Lines for airlines: refuses passports that are neither proven nor checked by hand. */
	readonly forAirlines?: boolean;
	/** Rows that are not in the content, and whether each is still to check. */
	readonly refused?: (table: Table, options: RenderOptions) => Iterable<RefusedRow & {readonly isOpen: boolean}>;
	/** A character is between the values, and Excel may change them. */
	readonly delimited?: boolean;
	/** A picture of the page and of the portrait can be in each row. */
	readonly holdsPictures?: boolean;
	/** The content is no text, so that no name of a text file fits it. */
	readonly binary?: boolean;
	/** Opens a list that was written before, to add to it. `ownSheets`: how this program names the sheet of it. */
	readonly open?: (bytes: Buffer, path: string, isHead: IsHead, ownSheets: readonly string[]) => Promise<OpenList>;
	readonly render: (table: Table, options: RenderOptions) => Content;
};
