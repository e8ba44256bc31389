import type {ErrorCode, ErrorDetails} from '../../core/errors.ts';
import type {Pixels} from '../../core/pictures/thumbnail.ts';
import type {TextEdit} from '../typing/text-edit.ts';
import type {Choice} from './choice.ts';
import type {PickerEntry} from './entry.ts';
import type {Facts} from './facts.ts';
import type {Sort} from './order.ts';
import type {Search} from './search.ts';

/** The picture under the cursor, made small. */
export type PicturePreview = {
	readonly path: string;
	/** Most pixels it was asked for. */
	readonly width: number;
	readonly height: number;
	/** Undefined when it cannot be shown. */
	readonly pixels: Pixels | undefined;
};

/** How much of the picker a face shows at once. */
export type PickerRoom = {
	/** Rows of the list; 0 where none is shown. */
	readonly rows: number;
	/** Most pixels of the picture under the cursor; undefined where none is shown. */
	readonly picture?: {readonly width: number; readonly height: number};
};

/** A path while it is typed, to go there. */
export type PathLine = {
	readonly edit: TextEdit;
	/** Names that continue what is typed. */
	readonly matches: readonly string[];
	/** Folders of the last batches, the latest first; which of them is shown. */
	readonly recent: readonly string[];
	readonly at: number | undefined;
};

export type PickerState = {
	/** Absolute path of the folder that is shown. */
	readonly folder: string;
	/** Every picture below the folder, and of these those directly inside it, in the order of `sort`. */
	readonly found: readonly PickerEntry[];
	readonly here: readonly PickerEntry[];
	/** The folders directly inside, by name, and how many pictures are below each, by name. */
	readonly folders: readonly PickerEntry[];
	readonly below: ReadonlyMap<string, number>;
	/** The choice, of other folders as well, and how many of it are below each folder inside. */
	readonly choice: Choice;
	readonly chosenBelow: ReadonlyMap<string, number>;
	/** A path is being typed, to go there. */
	readonly pathLine?: PathLine | undefined;
	/** Choices of before, the latest last, and those that were undone. */
	readonly past: readonly Choice[];
	readonly future: readonly Choice[];
	/** Everything that fits was taken while the search continued: what is found from then on is taken as well. */
	readonly taking: boolean;
	readonly filter: TextEdit;
	/** The person is typing the filter. */
	readonly filtering: boolean;
	/** What the filter has found; undefined without one. */
	readonly search: Search | undefined;
	readonly sort: Sort;
	/** Pictures and folders whose names begin with a dot are listed as well. */
	readonly hidden: boolean;
	/** The list is not in the order of `sort` yet. */
	readonly ordering: boolean;
	readonly cursor: number;
	/** What the face shows of the list. */
	readonly room: PickerRoom;
	/** First row of the list that is drawn. */
	readonly top: number;
	/** The person has moved the cursor: from then on it stays on its row, whatever is found. */
	readonly touched: boolean;
	readonly searching: boolean;
	/** Names of files below the folder that are not opened although pictures may be in them. */
	readonly passedOver: readonly string[];
	readonly facts: Facts;
	readonly preview: PicturePreview | undefined;
	readonly problem?: {readonly code: ErrorCode; readonly details: ErrorDetails};
};
