import type {Messages} from '../text/index.ts';
import {type OffReason, off} from './off.ts';
import type {AppState} from './state.ts';

export type ActionId = keyof Messages['app']['actions'];

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
	| 'export'
	| 'name'
	| 'done'
	| 'help'
	| 'batch'
	| 'listFilter'
	| 'twice'
	| 'paid'
	| 'upload'
	| 'question';

export type Group = keyof Messages['app']['help']['groups'];

export type Binding = {
	readonly id: ActionId;
	/** Names as `keyName` makes them: `a`, `A`, `enter`, `ctrl+r`, `shift+tab`. */
	readonly keys: readonly string[];
	readonly scope: Scope;
	/** Place in the footer, 1 first. Without it the key is only in the help. */
	readonly rank?: number;
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
	/** Why it does nothing now. */
	readonly off?: (state: AppState) => OffReason | undefined;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The only place where a key is named: the dispatch, the footer, the help, and the clash test are made from it. */
export const bindings: readonly Binding[] = [
	{id: 'question.yes', keys: ['y', 'enter'], scope: 'question', rank: 1, group: 'always'},
	{id: 'question.no', keys: ['n', 'esc', 'q'], scope: 'question', rank: 2, group: 'always', label: 'n esc'},

	// What costs money is never agreed to by the key that says yes to everything else.
	{id: 'question.yes', keys: ['y'], scope: 'paid', rank: 1, group: 'always'},
	{id: 'question.no', keys: ['n', 'enter', 'esc', 'q'], scope: 'paid', rank: 3, group: 'always', label: 'n enter'},
	{id: 'question.here', keys: ['o'], scope: 'upload', rank: 2, group: 'always'},

	{id: 'question.both', keys: ['b'], scope: 'twice', rank: 3, group: 'always'},

	{id: 'help.run', keys: ['enter'], scope: 'help', rank: 1, group: 'choose'},
	{id: 'help.down', keys: ['down', 'tab'], scope: 'help', rank: 2, group: 'move', label: '↓', pair: 'help.up'},
	{id: 'help.up', keys: ['up', 'shift+tab'], scope: 'help', group: 'move', label: '↑', told: true},
	{id: 'help.aside', keys: ['left', 'right'], scope: 'help', rank: 3, group: 'move', label: '← →'},
	{id: 'help.pageDown', keys: ['pgdn'], scope: 'help', group: 'move', pair: 'help.pageUp'},
	{id: 'help.pageUp', keys: ['pgup'], scope: 'help', group: 'move', told: true},
	{id: 'help.close', keys: ['?', 'esc'], scope: 'help', rank: 0, group: 'always', label: '? esc'},

	{id: 'welcome.quit', keys: ['q', 'esc'], scope: 'welcome', rank: 22, group: 'always', label: 'q'},

	{id: 'menu.move', keys: ['down', 'up', 'j', 'k'], scope: 'menu', rank: 2, group: 'move', label: 'j k', widget: true},
	{id: 'menu.choose', keys: ['enter'], scope: 'menu', rank: 1, group: 'choose', widget: true},
	{id: 'menu.number', keys: digits, scope: 'menu', group: 'choose', label: '1-9', widget: true},

	{id: 'credentials.next', keys: ['enter'], scope: 'credentials', rank: 1, group: 'text'},
	{
		id: 'credentials.field',
		keys: ['tab', 'shift+tab', 'down', 'up'],
		scope: 'credentials',
		rank: 2,
		group: 'text',
		label: 'tab',
	},
	{id: 'credentials.show', keys: ['ctrl+r'], scope: 'credentials', rank: 3, group: 'text'},
	{id: 'credentials.test', keys: ['ctrl+t'], scope: 'credentials', rank: 4, group: 'text', off: off.noAccountYet},

	{id: 'picker.start', keys: ['enter'], scope: 'picker', rank: 1, group: 'choose', off: off.nothingToStart},
	{id: 'picker.toggle', keys: ['space'], scope: 'picker', rank: 2, group: 'choose'},
	{id: 'picker.all', keys: ['a'], scope: 'picker', rank: 3, group: 'choose'},
	{id: 'picker.none', keys: ['A'], scope: 'picker', rank: 8, group: 'choose'},
	{id: 'picker.invert', keys: ['i'], scope: 'picker', rank: 9, group: 'choose'},
	{id: 'picker.filter', keys: ['/'], scope: 'picker', rank: 4, group: 'choose'},
	{id: 'picker.open', keys: ['l', 'right'], scope: 'picker', group: 'choose', off: off.noFolder},
	{
		id: 'picker.parent',
		keys: ['h', 'left', 'backspace'],
		scope: 'picker',
		rank: 5,
		group: 'choose',
		label: 'h',
		off: off.atTop,
	},
	{id: 'picker.sort', keys: ['s'], scope: 'picker', rank: 6, group: 'choose'},
	{id: 'picker.reading', keys: ['tab'], scope: 'picker', rank: 7, group: 'choose', off: off.notReading},
	{id: 'filter.keep', keys: ['enter', 'down'], scope: 'filter', rank: 1, group: 'text', label: 'enter'},
	{id: 'filter.drop', keys: ['esc'], scope: 'filter', rank: 2, group: 'text'},

	{
		id: 'reading.review',
		keys: ['tab', 'enter'],
		scope: 'reading',
		rank: 1,
		group: 'reading',
		label: 'tab',
		off: off.nothingRead,
	},
	{id: 'reading.pause', keys: ['p'], scope: 'reading', rank: 2, group: 'reading', off: off.allRead},
	{id: 'reading.again', keys: ['r'], scope: 'reading', rank: 3, group: 'reading', off: off.notToReadAgain},
	{id: 'reading.againAll', keys: ['R'], scope: 'reading', rank: 7, group: 'reading', off: off.nothingFailed},
	{id: 'reading.leaveOut', keys: ['x'], scope: 'reading', rank: 4, group: 'reading', off: off.alreadyRead},
	{
		id: 'reading.faster',
		keys: ['+', '='],
		scope: 'reading',
		rank: 5,
		group: 'reading',
		label: '+',
		pair: 'reading.slower',
		off: off.allRead,
	},
	{id: 'reading.slower', keys: ['-'], scope: 'reading', group: 'reading', told: true, off: off.allRead},
	{id: 'reading.openOutside', keys: ['o'], scope: 'reading', rank: 9, group: 'reading', off: off.noPicture},
	{id: 'reading.failedOnly', keys: ['f'], scope: 'reading', rank: 6, group: 'reading'},

	{id: 'field.confirm', keys: ['enter'], scope: 'review', rank: 1, group: 'field', off: off.noPassport},
	{id: 'passport.accept', keys: ['a'], scope: 'review', rank: 2, group: 'passport', off: off.noPassport},
	{id: 'field.edit', keys: ['e', 'i'], scope: 'review', rank: 3, group: 'field', label: 'e', off: off.noPassport},
	{
		id: 'field.take',
		keys: digits,
		scope: 'review',
		rank: 4,
		group: 'field',
		label: '1-9',
		off: off.noOther,
	},
	{id: 'view.zoom', keys: ['space'], scope: 'review', rank: 13, group: 'field', off: off.noPictures},
	{id: 'view.open', keys: ['o'], scope: 'review', rank: 14, group: 'field', off: off.noPassport},
	{id: 'field.copy', keys: ['c'], scope: 'review', group: 'field', off: off.noPassport},
	{id: 'passport.copyPath', keys: ['y'], scope: 'review', group: 'field', off: off.noPassport},
	{id: 'passport.again', keys: ['r'], scope: 'review', group: 'passport', off: off.notOpen},
	{id: 'passport.reject', keys: ['x'], scope: 'review', rank: 5, group: 'passport', off: off.noPassport},
	{id: 'passport.skip', keys: ['s'], scope: 'review', rank: 6, group: 'passport', off: off.noPassport},
	{
		id: 'field.nextDoubt',
		keys: ['tab'],
		scope: 'review',
		rank: 9,
		group: 'move',
		pair: 'field.previousDoubt',
		off: off.noPassport,
	},
	{
		id: 'field.previousDoubt',
		keys: ['shift+tab'],
		label: '⇧tab',
		scope: 'review',
		group: 'move',
		told: true,
		off: off.noPassport,
	},
	{
		id: 'field.down',
		keys: ['j', 'down'],
		scope: 'review',
		rank: 12,
		group: 'move',
		pair: 'field.up',
		off: off.noPassport,
	},
	{id: 'field.up', keys: ['k', 'up'], scope: 'review', group: 'move', told: true, off: off.noPassport},
	{
		id: 'passport.next',
		keys: ['J', ']', 'right'],
		scope: 'review',
		rank: 11,
		group: 'passport',
		label: 'J',
		pair: 'passport.previous',
		off: off.noPassport,
	},
	{
		id: 'passport.previous',
		keys: ['K', '[', 'left'],
		scope: 'review',
		group: 'passport',
		label: 'K',
		told: true,
		off: off.noPassport,
	},
	{
		id: 'passport.nextDoubt',
		keys: ['n'],
		scope: 'review',
		rank: 10,
		group: 'passport',
		pair: 'passport.previousDoubt',
		off: off.noPassport,
	},
	{id: 'passport.previousDoubt', keys: ['N'], scope: 'review', group: 'passport', told: true, off: off.noPassport},
	{
		id: 'passport.first',
		keys: ['g', 'home'],
		scope: 'review',
		group: 'passport',
		label: 'g',
		pair: 'passport.last',
		off: off.noPassport,
	},
	{
		id: 'passport.last',
		keys: ['G', 'end'],
		scope: 'review',
		group: 'passport',
		label: 'G',
		told: true,
		off: off.noPassport,
	},
	{id: 'passport.acceptClean', keys: ['A'], scope: 'review', rank: 8, group: 'passport', off: off.noneClean},
	{id: 'review.export', keys: ['E'], scope: 'review', rank: 7, group: 'export', off: off.noPassport},
	{id: 'review.exportAs', keys: ['ctrl+e'], scope: 'review', group: 'export', off: off.noPassport},

	{id: 'batch.list', keys: ['l'], scope: 'review', rank: 13, group: 'passport', off: off.noPicture},
	{id: 'batch.find', keys: ['/'], scope: 'review', group: 'passport', off: off.noPicture},
	{id: 'batch.list', keys: ['l'], scope: 'reading', rank: 8, group: 'reading', off: off.noPicture},
	{id: 'batch.open', keys: ['enter'], scope: 'batch', rank: 1, group: 'choose', off: off.notListed},
	{id: 'batch.filter', keys: ['/'], scope: 'batch', rank: 2, group: 'choose'},
	{id: 'batch.sort', keys: ['s'], scope: 'batch', rank: 3, group: 'choose'},
	{id: 'batch.show', keys: ['f'], scope: 'batch', rank: 4, group: 'choose'},
	{id: 'batch.numbers', keys: ['v'], scope: 'batch', rank: 5, group: 'choose'},
	{id: 'batch.keep', keys: ['enter', 'down'], scope: 'listFilter', rank: 1, group: 'text', label: 'enter'},
	{id: 'batch.drop', keys: ['esc'], scope: 'listFilter', rank: 2, group: 'text'},

	{id: 'edit.save', keys: ['enter'], scope: 'edit', rank: 1, group: 'edit'},
	{id: 'edit.saveNext', keys: ['tab'], scope: 'edit', rank: 2, group: 'edit'},
	{id: 'edit.drop', keys: ['esc'], scope: 'edit', rank: 3, group: 'edit'},
	{id: 'edit.clear', keys: ['ctrl+u'], scope: 'edit', rank: 4, group: 'edit', widget: true},
	{
		id: 'edit.keys',
		keys: ['ctrl+a', 'ctrl+k', 'ctrl+w'],
		scope: 'edit',
		group: 'edit',
		label: 'ctrl+a e k w',
		widget: true,
	},

	{id: 'export.write', keys: ['enter'], scope: 'export', rank: 1, group: 'export', off: off.noRows},
	{
		id: 'export.next',
		keys: ['tab', 'down', 'j'],
		scope: 'export',
		rank: 2,
		group: 'export',
		label: 'tab',
		pair: 'export.previous',
	},
	{
		id: 'export.previous',
		keys: ['shift+tab', 'up', 'k'],
		scope: 'export',
		group: 'export',
		label: '⇧tab',
		told: true,
	},
	{id: 'export.change', keys: ['space'], scope: 'export', rank: 3, group: 'export'},
	{
		id: 'export.left',
		keys: ['left', 'h'],
		scope: 'export',
		rank: 4,
		group: 'export',
		label: '←',
		pair: 'export.right',
	},
	{id: 'export.right', keys: ['right', 'l'], scope: 'export', group: 'export', label: '→', told: true},

	{id: 'export.write', keys: ['enter'], scope: 'name', rank: 1, group: 'export', off: off.noRows},
	{
		id: 'export.next',
		keys: ['tab', 'down'],
		scope: 'name',
		rank: 2,
		group: 'export',
		label: 'tab',
		pair: 'export.previous',
	},
	{id: 'export.previous', keys: ['shift+tab', 'up'], scope: 'name', group: 'export', label: '⇧tab', told: true},

	{id: 'list.down', keys: ['j', 'down'], scope: 'list', rank: 13, group: 'move', pair: 'list.up'},
	{id: 'list.up', keys: ['k', 'up'], scope: 'list', group: 'move', told: true},
	{id: 'list.pageDown', keys: ['ctrl+d', 'pgdn'], scope: 'list', group: 'move', label: 'ctrl+d', pair: 'list.pageUp'},
	{id: 'list.pageUp', keys: ['ctrl+u', 'pgup'], scope: 'list', group: 'move', label: 'u', told: true},
	{id: 'list.first', keys: ['g', 'home'], scope: 'list', group: 'move', label: 'g', pair: 'list.last'},
	{id: 'list.last', keys: ['G', 'end'], scope: 'list', group: 'move', label: 'G', told: true},

	{id: 'app.undo', keys: ['u'], scope: 'undo', rank: 7, group: 'always', off: off.nothingToUndo},
	{id: 'app.redo', keys: ['ctrl+r'], scope: 'undo', group: 'always', off: off.nothingToRedo},
	{id: 'app.back', keys: ['esc', 'q'], scope: 'always', rank: 20, group: 'always', label: 'esc'},
	{id: 'app.language', keys: ['L'], scope: 'always', rank: 21, group: 'always'},
	{id: 'app.quit', keys: ['ctrl+c'], scope: 'always', rank: 22, group: 'always', widget: true},
	{id: 'app.suspend', keys: ['ctrl+z'], scope: 'always', group: 'always', widget: true},
	{id: 'app.help', keys: ['?'], scope: 'always', rank: 0, group: 'always'},
];
