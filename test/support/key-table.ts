import type {Scope} from '../../source/screen/keys/binding.ts';
import {keyLabel} from '../../source/screen/keys/footer.ts';
import {bindings} from '../../source/screen/keys/keymap.ts';
import {messages} from '../../source/text/index.ts';

const places: readonly (readonly [name: string, ...scopes: Scope[]])[] = [
	['Check', 'review'],
	['All about a picture', 'details'],
	['Check, enlarged', 'zoomed', 'enlarged'],
	['Check, what was not read', 'unread', 'mrz'],
	['Check, while editing', 'edit'],
	['All pictures', 'batch', 'listFilter'],
	['Choose pictures', 'picker', 'path', 'filter'],
	['Reading', 'reading'],
	['Trip', 'trip'],
	['Export', 'export', 'name'],
	['Columns of the list', 'columnList', 'columnText'],
	['Form', 'formList', 'formText'],
	['Exported', 'done'],
	['Who reads', 'engine'],
	['Account', 'credentials'],
	['Help', 'help'],
	['Lists', 'list'],
	['Menus', 'menu', 'welcome'],
	['Questions', 'question', 'rest', 'columns', 'twice', 'again', 'whichDate'],
	['Questions of money', 'paid', 'upload'],
	['Everywhere', 'undo', 'always', 'leaving'],
];

/** The reference's table of keys, made from the key map. */
export function keyTable(): string {
	const {actions} = messages('en').app;
	const told = new Set(places.flatMap(([, ...scopes]) => scopes));
	const missing = bindings.filter(({scope}) => !told.has(scope)).map(({scope}) => scope);
	if (missing.length > 0) throw new Error(`No place in the table: ${[...new Set(missing)].join(', ')}`);
	const rows = places.map(([name, ...scopes]) => {
		const here = bindings.filter(binding => scopes.includes(binding.scope) && !binding.told);
		const said = here.map(binding => `\`${keyLabel(binding)}\` ${actions[binding.id].long}`);
		return `| ${name} | ${[...new Set(said)].join(' · ')} |`;
	});
	return ['| screen | keys |', '|---|---|', ...rows].join('\n').replaceAll('…', '...');
}
