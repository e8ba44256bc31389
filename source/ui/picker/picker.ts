import type {ErrorCode, ErrorDetails} from '../../core/errors.ts';
import type {FoundPicture} from '../../core/pictures/find.ts';
import type {TextEdit} from '../../terminal/text-edit.ts';

export type Sort = 'name' | 'time' | 'size';

export type PickerRow =
	| {readonly kind: 'up'; readonly key: string}
	| {
			readonly kind: 'folder';
			readonly key: string;
			readonly name: string;
			readonly pictures: number;
			readonly chosen: number;
	  }
	| {readonly kind: 'picture'; readonly key: string; readonly name: string; readonly picture: FoundPicture};

export type PickerState = {
	/** Absolute path of the folder that is shown. */
	readonly folder: string;
	/** Every picture below the folder, in the order of `sort`; grows while the search goes on. */
	readonly found: readonly FoundPicture[];
	/** Names of the folders directly inside. */
	readonly folders: readonly string[];
	/** What is listed: made anew only when something of the above, the filter or the choice changes. */
	readonly rows: readonly PickerRow[];
	/** Path and bytes of the chosen pictures, of other folders as well. */
	readonly chosen: ReadonlyMap<string, number>;
	readonly filter: TextEdit;
	/** The person is typing the filter. */
	readonly filtering: boolean;
	readonly sort: Sort;
	readonly cursor: number;
	/** The person has moved the cursor: from then on it stays on its row, whatever is found. */
	readonly touched: boolean;
	readonly searching: boolean;
	readonly problem?: {readonly code: ErrorCode; readonly details: ErrorDetails};
};
