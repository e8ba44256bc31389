import type {ActId, FaceActionId} from '../../session/act-id.ts';
import type {Messages} from '../../text/index.ts';
import type {ShownState} from '../shown-state.ts';

export type ActionId = ActId | FaceActionId;

/**
 * Where a key holds. `list` and `menu` are shared by several screens; `always` holds everywhere, but while the person
 * types only with keys that are no letters.
 */
export type Scope =
	| 'always'
	| 'undo'
	| 'list'
	| 'menu'
	| 'welcome'
	| 'engine'
	| 'credentials'
	| 'picker'
	| 'filter'
	| 'reading'
	| 'review'
	| 'edit'
	| 'mrz'
	| 'unread'
	| 'zoomed'
	| 'enlarged'
	| 'export'
	| 'columnList'
	| 'columnText'
	| 'formList'
	| 'formText'
	| 'name'
	| 'done'
	| 'details'
	| 'help'
	| 'batch'
	| 'listFilter'
	| 'trip'
	| 'path'
	| 'rest'
	| 'columns'
	| 'twice'
	| 'again'
	| 'paid'
	| 'upload'
	| 'whichDate'
	| 'leaving'
	| 'question';

export type Group = keyof Messages['app']['help']['groups'];

export type Binding = {
	readonly id: ActionId;
	/** Names as `keyName` makes them: `a`, `A`, `enter`, `ctrl+r`, `shift+tab`. */
	readonly keys: readonly string[];
	readonly scope: Scope;
	/** Place in the footer, 1 first. Without it the key is only in the help. */
	readonly rank?: number;
	/** The likely next key: the footer shows it behind the first one. */
	readonly next?: (state: ShownState) => boolean;
	/** Where the footer has it; everywhere, when left out. */
	readonly needs?: (state: ShownState) => boolean;
	/** Heading of the help. */
	readonly group: Group;
	/** How the keys are written where the names would be long. */
	readonly label?: string;
	/** The opposite action, shown in the same line of footer and help (`j k`). */
	readonly pair?: ActionId;
	/** The second of a pair: shown with the first. */
	readonly told?: true;
	/** A menu, a text line or the terminal acts on it, no action does: the key is only listed. */
	readonly widget?: true;
	/** The footer's word, where the state makes another thing of the key than its name says. */
	readonly word?: (state: ShownState, text: Messages['app']) => string | undefined;
	/** It decides something: a held key does it once. */
	readonly once?: true;
};
