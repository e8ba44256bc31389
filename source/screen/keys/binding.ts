import type {ActId, FaceActionId} from '../../session/act.ts';
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
	| 'credentials'
	| 'picker'
	| 'filter'
	| 'reading'
	| 'review'
	| 'edit'
	| 'mrz'
	| 'unread'
	| 'export'
	| 'name'
	| 'done'
	| 'help'
	| 'batch'
	| 'listFilter'
	| 'trip'
	| 'rest'
	| 'columns'
	| 'twice'
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
	/** It is what comes next: then it stands in the footer behind the first key. */
	readonly next?: (state: ShownState) => boolean;
	/** Heading of the help. */
	readonly group: Group;
	/** How the keys are written where the names would be long. */
	readonly label?: string;
	/** The opposite action, told in the same line of footer and help (`j k`). */
	readonly pair?: ActionId;
	/** The second of a pair: told with the first. */
	readonly told?: true;
	/** Someone else acts on it (a menu, a text line, the terminal), not an act: the key is only told. */
	readonly widget?: true;
	/** The footer's word, where the state makes another thing of the key than its name says. */
	readonly word?: (state: ShownState, text: Messages['app']) => string | undefined;
	/** It decides something: a held key does it once. */
	readonly once?: true;
};
