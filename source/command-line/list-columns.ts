import {
	type ChosenColumn,
	type ColumnSet,
	chosenSet,
	columnsIn,
	isPreset,
	isSetName,
	type Preset,
	presetNames,
	presets,
	setNamed,
} from '../core/export/column-sets.ts';
import {columnsByKey} from '../core/export/columns.ts';
import type {DateStyle} from '../core/export/dates.ts';
import type {CountryStyle, ListStyle, NameStyle} from '../core/export/list-style.ts';
import type {ExportWords} from '../core/export/words.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {readSettings, saveSettings} from '../core/settings/settings.ts';
import type {StoredColumns} from '../core/settings/stored.ts';
import {type Language, messages} from '../text/index.ts';
import type {Context} from './context.ts';
import {flag, text} from './parse.ts';
import {badValue, unknownName} from './unknown-name.ts';

/** The columns of a list and how they are written, as options and settings have them. */
export type AskedColumns = {
	readonly columns: Preset | ColumnSet;
	readonly style: Partial<ListStyle>;
	readonly headWords?: readonly ExportWords[];
	readonly dates?: DateStyle | undefined;
};

/**
 * `--columns` is a preset, a set that was saved by name, or keys with commas between, each with `=HEAD` where it has
 * another head.
 *
 * @throws AppError USAGE {problem: 'bad-value'} for a name that is not known
 */
export async function askedColumns(context: Context): Promise<AskedColumns> {
	const {args} = context;
	const name = text(args, 'columns') ?? 'default';
	const style = styleOf(
		text(args, 'names') as NameStyle | undefined,
		text(args, 'countries') as CountryStyle | undefined,
		flag(args, 'with-optional'),
	);
	const newName = text(args, 'save-columns');
	const saved: Readonly<Record<string, StoredColumns>> =
		isPreset(name) && newName === undefined ? {} : await savedSets(context);
	const known = setNamed(name, saved);
	const chosen = known ? undefined : keysIn(name, context);
	const header = text(args, 'header') ?? saved[name]?.header;
	const dates = (text(args, 'dates') as DateStyle | undefined) ?? saved[name]?.dates;
	if (newName !== undefined) {
		const columns = chosen ?? saved[name]?.columns ?? presets[name as Preset].columns.map(({key}) => ({key}));
		const set = {
			...saved[name],
			...style,
			...(header ? {header: header as NonNullable<StoredColumns['header']>} : {}),
			...(dates ? {dates} : {}),
			columns,
		};
		await save(newName, {...saved, [newName]: set}, context);
	}
	return {columns: known ?? chosenSet(chosen!), style, ...headsIn(header), ...(dates ? {dates} : {})};
}

const styleOf = (
	names: NameStyle | undefined,
	countries: CountryStyle | undefined,
	withOptional: boolean,
): Partial<ListStyle> => ({
	...(names ? {names} : {}),
	...(countries ? {countries} : {}),
	...(withOptional ? {optional: 'full'} : {}),
});

/** Keeps a set under a name that is neither a preset nor a column. */
async function save(
	name: string,
	columnSets: Readonly<Record<string, StoredColumns>>,
	context: Context,
): Promise<void> {
	const {args, env, say, messages: words} = context;
	if (!isSetName(name) || text(args, 'columns') === 'original') {
		throw badValue('save-columns', name, {for: 'export'});
	}
	say(words.commands.config.saved(await saveSettings(settingsFolder(text(args, 'config-dir'), {env}), {columnSets})));
}

const headsIn = (header: string | undefined): {headWords?: readonly ExportWords[]} => {
	if (header === undefined) return {};
	const languages: readonly Language[] = header === 'both' ? ['en', 'zh'] : [header as Language];
	return {headWords: languages.map(language => messages(language).exported)};
};

async function savedSets({args, env}: Context): Promise<Readonly<Record<string, StoredColumns>>> {
	const {settings} = await readSettings(settingsFolder(text(args, 'config-dir'), {env}));
	return settings.columnSets ?? {};
}

function keysIn(list: string, {messages: {commands}}: Context): readonly ChosenColumn[] {
	const columns = columnsIn(list);
	if (!('unknown' in columns)) return columns;
	const keys = [...columnsByKey.keys()];
	throw unknownName('columns', columns.unknown, list.includes(',') ? keys : [...presetNames, ...keys], {
		expected: commands.expected.columns(presetNames.join(', '), keys.join(', ')),
		for: 'export',
	});
}
