import type {KeysProblem, OwnKeys} from '../../core/settings/own-keys.ts';
import {startOpens} from '../../session/picker/rows.ts';
import {isHeld} from '../../session/reading/start.ts';
import {cleanWaiting, reviewCounts} from '../../session/review/view-model.ts';
import {isHelpWide} from '../layout/layout.ts';
import type {Binding} from './binding.ts';
import {withOwnKeys} from './own-keys.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The only place where a key is named: the dispatch, the footer, the help, and the clash test are made from it. */
const usual: readonly Binding[] = [
	// Enter moves from field to field: one too many must not answer yes, so only the key that is shown does.
	{id: 'question.yes', once: true, keys: ['y'], scope: 'question', rank: 1, group: 'always'},
	{id: 'question.no', keys: ['n', 'esc', 'q'], scope: 'question', rank: 2, group: 'always', label: 'n esc'},

	// What costs money is answered with no by enter.
	{id: 'question.yes', once: true, keys: ['y'], scope: 'paid', rank: 1, group: 'always'},
	{id: 'question.no', keys: ['n', 'enter', 'esc', 'q'], scope: 'paid', rank: 3, group: 'always', label: 'n enter'},
	{id: 'question.here', once: true, keys: ['o'], scope: 'upload', rank: 2, group: 'always'},

	{
		id: 'question.all',
		once: true,
		keys: ['a'],
		scope: 'rest',
		rank: 1,
		group: 'export',
		word: ({question}, text) => (question?.kind === 'rest' ? text.writing.all(question.all) : undefined),
	},
	{
		id: 'question.chosen',
		once: true,
		keys: ['o'],
		scope: 'rest',
		rank: 1,
		group: 'export',
		word: ({question}, text) => (question?.kind === 'rest' ? text.writing.chosen(question.chosen) : undefined),
	},
	{id: 'question.no', keys: ['n', 'esc', 'q'], scope: 'rest', rank: 2, group: 'always', label: 'n esc'},
	{id: 'question.everyColumn', once: true, keys: ['c'], scope: 'columns', rank: 2, group: 'export'},
	{id: 'question.fewerColumns', once: true, keys: ['y'], scope: 'columns', rank: 1, group: 'export'},
	{id: 'question.replace', once: true, keys: ['y'], scope: 'again', rank: 1, group: 'export'},
	{id: 'question.newName', once: true, keys: ['n'], scope: 'again', rank: 2, group: 'export'},
	{id: 'question.no', keys: ['esc', 'q'], scope: 'again', rank: 3, group: 'always', label: 'esc'},
	{id: 'question.once', once: true, keys: ['y'], scope: 'twice', rank: 1, group: 'export'},
	{id: 'question.both', once: true, keys: ['b'], scope: 'twice', rank: 3, group: 'always'},

	{id: 'question.take', once: true, keys: ['1', '2'], scope: 'whichDate', rank: 1, group: 'always', label: '1 2'},
	{id: 'question.no', keys: ['n', 'esc', 'q'], scope: 'whichDate', rank: 2, group: 'always', label: 'n esc'},

	{id: 'help.run', keys: ['enter'], scope: 'help', rank: 1, group: 'choose'},
	{id: 'help.down', keys: ['down', 'tab'], scope: 'help', rank: 2, group: 'move', label: '↓', pair: 'help.up'},
	{id: 'help.up', keys: ['up', 'shift+tab'], scope: 'help', group: 'move', label: '↑', told: true},
	{
		id: 'help.aside',
		keys: ['left', 'right'],
		scope: 'help',
		rank: 3,
		group: 'move',
		label: '← →',
		needs: ({size, help}) => isHelpWide(size) && help?.filter.text === '',
	},
	{id: 'help.pageDown', keys: ['pgdn'], scope: 'help', group: 'move', pair: 'help.pageUp'},
	{id: 'help.pageUp', keys: ['pgup'], scope: 'help', group: 'move', told: true},
	{id: 'help.close', keys: ['?', 'esc'], scope: 'help', rank: 0, group: 'always', label: '? esc'},

	{id: 'welcome.quit', keys: ['q', 'esc'], scope: 'welcome', rank: 22, group: 'always', label: 'q'},

	{id: 'menu.move', keys: ['down', 'up', 'j', 'k'], scope: 'menu', rank: 2, group: 'move', label: 'j k', widget: true},
	{id: 'menu.choose', keys: ['enter'], scope: 'menu', rank: 1, group: 'choose', widget: true},
	{id: 'menu.number', keys: digits, scope: 'menu', group: 'choose', label: '1-9', widget: true},

	{id: 'engine.documents', keys: ['d'], scope: 'engine', rank: 3, group: 'choose'},

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
	{id: 'credentials.test', keys: ['ctrl+t'], scope: 'credentials', rank: 4, group: 'text'},

	{
		id: 'picker.start',
		keys: ['enter'],
		scope: 'picker',
		rank: 1,
		group: 'choose',
		word: ({picker}, {actions}) => (startOpens(picker) ? actions['picker.open'].short : undefined),
	},
	{id: 'picker.toggle', keys: ['space'], scope: 'picker', rank: 2, group: 'choose'},
	{id: 'picker.all', keys: ['a'], scope: 'picker', rank: 3, group: 'choose'},
	{id: 'picker.none', keys: ['A'], scope: 'picker', rank: 8, group: 'choose'},
	{id: 'picker.invert', keys: ['i'], scope: 'picker', rank: 9, group: 'choose'},
	{id: 'picker.filter', keys: ['/'], scope: 'picker', rank: 4, group: 'choose'},
	{id: 'picker.open', keys: ['l', 'right'], scope: 'picker', group: 'choose'},
	{id: 'picker.parent', keys: ['h', 'left', 'backspace'], scope: 'picker', rank: 5, group: 'choose', label: 'h'},
	{id: 'picker.sort', keys: ['s'], scope: 'picker', rank: 6, group: 'choose'},
	{id: 'picker.hidden', keys: ['.'], scope: 'picker', rank: 10, group: 'choose'},
	{id: 'picker.reading', keys: ['tab'], scope: 'picker', rank: 7, group: 'choose'},
	{id: 'picker.goTo', keys: ['p'], scope: 'picker', rank: 11, group: 'choose'},
	{id: 'path.go', keys: ['enter'], scope: 'path', rank: 1, group: 'text'},
	{id: 'path.complete', keys: ['tab'], scope: 'path', rank: 2, group: 'text'},
	{id: 'path.older', keys: ['down'], scope: 'path', rank: 3, group: 'text', label: '↓', pair: 'path.newer'},
	{id: 'path.newer', keys: ['up'], scope: 'path', group: 'text', label: '↑', told: true},
	{id: 'path.drop', keys: ['esc'], scope: 'path', rank: 4, group: 'text'},
	{id: 'filter.keep', keys: ['enter', 'down'], scope: 'filter', rank: 1, group: 'text', label: 'enter'},
	{id: 'filter.drop', keys: ['esc'], scope: 'filter', rank: 2, group: 'text'},

	{id: 'reading.review', keys: ['enter', 'tab'], scope: 'reading', rank: 1, group: 'reading', label: 'enter tab'},
	{
		id: 'reading.pause',
		keys: ['p'],
		scope: 'reading',
		rank: 2,
		group: 'reading',
		word: (state, text) => (isHeld(state.reading) ? text.reading.goOn : undefined),
	},
	{id: 'reading.again', keys: ['r'], scope: 'reading', rank: 3, group: 'reading'},
	{id: 'reading.againAll', keys: ['R'], scope: 'reading', rank: 7, group: 'reading'},
	{id: 'reading.leaveOut', keys: ['x'], scope: 'reading', rank: 4, group: 'reading'},
	{
		id: 'reading.faster',
		keys: ['+', '='],
		scope: 'reading',
		rank: 5,
		group: 'reading',
		label: '+',
		pair: 'reading.slower',
	},
	{id: 'reading.slower', keys: ['-'], scope: 'reading', group: 'reading', told: true},
	{id: 'reading.openOutside', keys: ['o'], scope: 'reading', rank: 11, group: 'reading'},
	{
		id: 'reading.watch',
		keys: ['w'],
		scope: 'reading',
		rank: 8,
		group: 'reading',
		word: ({reading}, text) => (reading.watched === undefined ? undefined : text.reading.watchNoMore),
	},
	{id: 'reading.failedOnly', keys: ['f'], scope: 'reading', rank: 6, group: 'reading'},

	{id: 'mrz.type', once: true, keys: ['m', 'enter'], scope: 'unread', rank: 1, group: 'field', label: 'enter m'},

	{id: 'field.confirm', once: true, keys: ['enter'], scope: 'review', rank: 1, group: 'field'},
	{id: 'passport.accept', once: true, keys: ['a'], scope: 'review', rank: 2, group: 'passport'},
	{id: 'field.edit', keys: ['e'], scope: 'review', rank: 3, group: 'field'},
	{id: 'field.take', once: true, keys: digits, scope: 'review', rank: 4, group: 'field', label: '1-9'},
	{id: 'view.zoom', keys: ['space'], scope: 'review', rank: 13, group: 'field'},
	{id: 'view.closer', keys: ['+', '='], scope: 'review', group: 'field', label: '+', pair: 'view.farther'},
	{id: 'view.farther', keys: ['-'], scope: 'review', group: 'field', told: true},
	{id: 'view.left', keys: ['left'], scope: 'zoomed', rank: 2, group: 'field', label: '←', pair: 'view.right'},
	{id: 'view.right', keys: ['right'], scope: 'zoomed', group: 'field', label: '→', told: true},
	{id: 'view.up', keys: ['up'], scope: 'enlarged', group: 'field', label: '↑', pair: 'view.down'},
	{id: 'view.down', keys: ['down'], scope: 'enlarged', group: 'field', label: '↓', told: true},
	{id: 'view.open', keys: ['o'], scope: 'review', rank: 14, group: 'field'},
	{id: 'field.copy', keys: ['c'], scope: 'review', group: 'field'},
	{id: 'passport.copyPath', keys: ['y'], scope: 'review', group: 'field'},
	{id: 'passport.details', keys: ['i'], scope: 'review', group: 'passport'},
	{id: 'passport.again', keys: ['r'], scope: 'review', group: 'passport'},
	{id: 'passport.reject', once: true, keys: ['x'], scope: 'review', rank: 5, group: 'passport'},
	{id: 'passport.skip', once: true, keys: ['s'], scope: 'review', rank: 6, group: 'passport'},
	{id: 'field.nextDoubt', keys: ['tab'], scope: 'review', rank: 9, group: 'move', pair: 'field.previousDoubt'},
	{id: 'field.previousDoubt', keys: ['shift+tab'], label: '⇧tab', scope: 'review', group: 'move', told: true},
	{id: 'field.down', keys: ['j', 'down'], scope: 'review', rank: 12, group: 'move', pair: 'field.up'},
	{id: 'field.up', keys: ['k', 'up'], scope: 'review', group: 'move', told: true},
	{
		id: 'passport.next',
		keys: ['J', ']', 'right'],
		scope: 'review',
		rank: 11,
		group: 'passport',
		label: 'J',
		pair: 'passport.previous',
	},
	{id: 'passport.previous', keys: ['K', '[', 'left'], scope: 'review', group: 'passport', label: 'K', told: true},
	{id: 'passport.nextDoubt', keys: ['n'], scope: 'review', rank: 10, group: 'passport', pair: 'passport.previousDoubt'},
	{id: 'passport.previousDoubt', keys: ['N'], scope: 'review', group: 'passport', told: true},
	{id: 'passport.first', keys: ['g', 'home'], scope: 'review', group: 'passport', label: 'g', pair: 'passport.last'},
	{id: 'passport.last', keys: ['G', 'end'], scope: 'review', group: 'passport', label: 'G', told: true},
	{
		id: 'passport.acceptClean',
		keys: ['A'],
		scope: 'review',
		rank: 8,
		group: 'passport',
		next: ({review}) => reviewCounts(review).check === 0 && cleanWaiting(review) > 0,
	},
	{
		id: 'review.export',
		once: true,
		keys: ['E'],
		scope: 'review',
		rank: 7,
		group: 'export',
		next: ({review}) => reviewCounts(review).left === 0,
	},
	{id: 'review.exportAs', keys: ['ctrl+e'], scope: 'review', group: 'export'},

	{id: 'batch.list', keys: ['l'], scope: 'review', rank: 13, group: 'passport'},
	{id: 'batch.find', keys: ['/'], scope: 'review', group: 'passport'},
	{id: 'batch.list', keys: ['l'], scope: 'reading', rank: 9, group: 'reading'},
	{id: 'batch.open', keys: ['enter'], scope: 'batch', rank: 1, group: 'choose'},
	{id: 'batch.filter', keys: ['/'], scope: 'batch', rank: 2, group: 'choose'},
	{id: 'batch.sort', keys: ['s'], scope: 'batch', rank: 3, group: 'choose'},
	{id: 'batch.show', keys: ['f'], scope: 'batch', rank: 4, group: 'choose'},
	{id: 'batch.numbers', keys: ['m', 'v'], scope: 'batch', rank: 5, group: 'choose', label: 'm'},
	{id: 'batch.numbers', keys: ['m'], scope: 'review', group: 'passport'},
	{id: 'batch.numbers', keys: ['m'], scope: 'reading', group: 'reading'},
	{id: 'batch.numbers', keys: ['m'], scope: 'details', rank: 1, group: 'choose'},
	{id: 'batch.reject', once: true, keys: ['x'], scope: 'batch', rank: 6, group: 'choose'},
	{id: 'trip.open', keys: ['t'], scope: 'reading', rank: 10, group: 'reading'},
	{id: 'trip.open', keys: ['t'], scope: 'review', group: 'passport'},
	{id: 'reading.watch', keys: ['w'], scope: 'review', group: 'passport'},
	{id: 'trip.open', keys: ['t'], scope: 'batch', rank: 7, group: 'choose'},
	{id: 'trip.open', keys: ['t'], scope: 'export', rank: 6, group: 'export'},
	{id: 'trip.set', keys: ['enter'], scope: 'trip', rank: 1, group: 'text'},
	{id: 'trip.rule', keys: ['tab', 'down', 'up'], scope: 'trip', rank: 2, group: 'text', label: 'tab'},
	{id: 'trip.drop', keys: ['esc'], scope: 'trip', rank: 3, group: 'text'},
	{id: 'batch.keep', keys: ['enter', 'down'], scope: 'listFilter', rank: 1, group: 'text', label: 'enter'},
	{id: 'batch.drop', keys: ['esc'], scope: 'listFilter', rank: 2, group: 'text'},

	{id: 'edit.save', once: true, keys: ['enter'], scope: 'edit', rank: 1, group: 'edit'},
	{id: 'edit.saveNext', once: true, keys: ['tab'], scope: 'edit', rank: 2, group: 'edit'},
	{id: 'edit.drop', keys: ['esc'], scope: 'edit', rank: 3, group: 'edit'},
	{id: 'mrz.next', once: true, keys: ['enter'], scope: 'mrz', rank: 1, group: 'edit'},
	{id: 'mrz.line', keys: ['tab', 'shift+tab', 'down', 'up'], scope: 'mrz', rank: 2, group: 'edit', label: 'tab'},
	{id: 'mrz.drop', keys: ['esc'], scope: 'mrz', rank: 3, group: 'edit'},
	{id: 'edit.clear', keys: ['ctrl+u'], scope: 'edit', rank: 4, group: 'edit', widget: true},
	{
		id: 'edit.keys',
		keys: ['ctrl+a', 'ctrl+k', 'ctrl+w'],
		scope: 'edit',
		group: 'edit',
		label: 'ctrl+a e k w',
		widget: true,
	},

	{id: 'export.write', once: true, keys: ['enter'], scope: 'export', rank: 1, group: 'export'},
	{
		id: 'export.next',
		keys: ['tab', 'down', 'j'],
		scope: 'export',
		rank: 2,
		group: 'export',
		label: 'tab',
		pair: 'export.previous',
	},
	{id: 'export.previous', keys: ['shift+tab', 'up', 'k'], scope: 'export', group: 'export', label: '⇧tab', told: true},
	{id: 'export.change', keys: ['space'], scope: 'export', rank: 3, group: 'export'},
	{id: 'export.left', keys: ['left', 'h'], scope: 'export', rank: 4, group: 'export', label: '←', pair: 'export.right'},
	{id: 'export.right', keys: ['right', 'l'], scope: 'export', group: 'export', label: '→', told: true},
	{id: 'columns.open', keys: ['c'], scope: 'export', rank: 3.5, group: 'export'},
	{id: 'export.nextColumns', keys: ['>'], scope: 'export', rank: 7, group: 'export', pair: 'export.previousColumns'},
	{id: 'export.previousColumns', keys: ['<'], scope: 'export', group: 'export', told: true},

	{id: 'form.open', keys: ['f'], scope: 'export', rank: 3.6, group: 'export'},
	{id: 'form.type', keys: ['enter', 'e'], scope: 'formList', rank: 1, group: 'choose', label: 'enter'},
	{id: 'form.keep', once: true, keys: ['enter'], scope: 'formText', rank: 1, group: 'text'},
	{id: 'form.complete', keys: ['tab'], scope: 'formText', rank: 2, group: 'text'},
	{id: 'form.drop', keys: ['esc'], scope: 'formText', rank: 3, group: 'text'},

	{id: 'columns.save', keys: ['enter', 's'], scope: 'columnList', rank: 1, group: 'choose', label: 'enter'},
	{id: 'columns.toggle', keys: ['space'], scope: 'columnList', rank: 2, group: 'choose'},
	{id: 'columns.later', keys: ['J'], scope: 'columnList', rank: 3, group: 'choose', pair: 'columns.earlier'},
	{id: 'columns.earlier', keys: ['K'], scope: 'columnList', group: 'choose', told: true},
	{id: 'columns.rename', keys: ['e'], scope: 'columnList', rank: 4, group: 'choose'},
	{id: 'columns.delete', keys: ['D'], scope: 'columnList', rank: 5, group: 'choose'},
	{id: 'columns.keep', once: true, keys: ['enter'], scope: 'columnText', rank: 1, group: 'text'},
	{id: 'columns.drop', keys: ['esc'], scope: 'columnText', rank: 2, group: 'text'},

	{id: 'export.write', once: true, keys: ['enter'], scope: 'name', rank: 1, group: 'export'},
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

	{id: 'done.open', keys: ['o'], scope: 'done', rank: 3, group: 'export'},
	{id: 'done.copyPath', keys: ['y'], scope: 'done', rank: 4, group: 'export'},

	{id: 'list.down', keys: ['j', 'down'], scope: 'list', rank: 13, group: 'move', pair: 'list.up'},
	{id: 'list.up', keys: ['k', 'up'], scope: 'list', group: 'move', told: true},
	{id: 'list.pageDown', keys: ['ctrl+d', 'pgdn'], scope: 'list', group: 'move', label: 'ctrl+d', pair: 'list.pageUp'},
	{id: 'list.pageUp', keys: ['ctrl+u', 'pgup'], scope: 'list', group: 'move', label: 'u', told: true},
	{id: 'list.first', keys: ['g', 'home'], scope: 'list', group: 'move', label: 'g', pair: 'list.last'},
	{id: 'list.last', keys: ['G', 'end'], scope: 'list', group: 'move', label: 'G', told: true},

	{id: 'app.undo', keys: ['u'], scope: 'undo', rank: 7, group: 'always'},
	{id: 'app.redo', keys: ['ctrl+r'], scope: 'undo', group: 'always'},
	{id: 'app.back', keys: ['esc', 'q'], scope: 'always', rank: 20, group: 'always', label: 'esc'},
	// After the one that sentences name.
	{id: 'app.back', keys: ['i', 'left'], scope: 'details', group: 'always', label: 'i'},
	{id: 'app.language', keys: ['L'], scope: 'always', rank: 21, group: 'always'},
	{id: 'app.actions', keys: [':'], scope: 'always', group: 'always'},
	{id: 'app.settings', keys: [','], scope: 'always', group: 'always'},
	{id: 'app.quit', keys: ['ctrl+c'], scope: 'always', rank: 22, group: 'always', widget: true},
	{id: 'app.quit', keys: ['ctrl+c'], scope: 'leaving', rank: 1, group: 'always', widget: true},
	{id: 'app.suspend', keys: ['ctrl+z'], scope: 'always', group: 'always', widget: true},
	{id: 'app.help', keys: ['?'], scope: 'always', rank: 0, group: 'always'},
];

/** The table of keys that holds: the usual one, or with keys of the person's own. */
export let bindings: readonly Binding[] = usual;

/** Puts keys of the person's own into the table, before the first frame; none of them where one is wrong. */
export function setOwnKeys(own: OwnKeys): KeysProblem | undefined {
	const made = withOwnKeys(usual, own);
	const problem = problemIn(made);
	bindings = problem ? usual : (made as readonly Binding[]);
	return problem;
}

/** What is wrong with keys of the person's own; undefined where all can be used. */
export const keysProblem = (own: OwnKeys): KeysProblem | undefined => problemIn(withOwnKeys(usual, own));

/** Each usual binding with the one in its place where the person has keys of their own. */
export function bindingsWith(own: OwnKeys): readonly {readonly usual: Binding; readonly used: Binding}[] {
	const made = withOwnKeys(usual, own);
	const used = problemIn(made) ? usual : (made as readonly Binding[]);
	return used.map((binding, index) => ({usual: usual[index]!, used: binding}));
}

const problemIn = (made: ReturnType<typeof withOwnKeys>): KeysProblem | undefined =>
	Array.isArray(made) ? undefined : (made as KeysProblem);
