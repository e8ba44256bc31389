import {AppError, exitCodes} from '../core/errors.ts';
import {jsonText} from '../core/records/json-text.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {mask} from '../core/settings/mask.ts';
import {resolveSettings, type Sourced} from '../core/settings/resolve.ts';
import {type LoadedSettings, readSettings, saveSettings} from '../core/settings/settings.ts';
import type {Command, Context} from './context.ts';
import {commands} from './options.ts';
import {flag, text} from './parse.ts';
import {readText} from './read-text.ts';

const actions: Readonly<Record<string, Command>> = {load, save, reset};

const variables = {key: 'PASSPORT_OCR_KEY', secret: 'PASSPORT_OCR_SECRET'} as const;

/** `config load|save|reset`. */
export const config: Command = async context => {
	const [action = 'load', extra] = context.args.words;
	const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
	const name = (commands.config.actions ?? []).join('|');
	if (!run)
		throw new AppError('USAGE', {problem: 'extra-argument', command: `config ${name}`, value: action, for: 'config'});
	if (extra !== undefined) {
		throw new AppError('USAGE', {problem: 'extra-argument', command: `config ${action}`, value: extra, for: 'config'});
	}

	return await run(context);
};

const folderOf = ({args, env}: Context): string => settingsFolder(text(args, 'config-dir'), {env});

async function load(context: Context): Promise<number> {
	const loaded = await readSettings(folderOf(context));
	sayWarnings(context, loaded);
	const {key, secret} = resolveSettings({}, context.env, loaded.settings);
	const configured = key.value !== undefined && secret.value !== undefined;
	const shown = ({value}: Sourced<string | undefined>): string => (value === undefined ? '' : mask(value));
	const from = (name: keyof typeof variables, {source}: Sourced<string | undefined>): string =>
		source === 'environment' ? variables[name] : source;
	const state = {
		configured,
		key: shown(key),
		secret: shown(secret),
		key_from: from('key', key),
		secret_from: from('secret', secret),
		config_path: loaded.path,
	};
	context.out(`${jsonText(state)}\n`);
	return configured ? exitCodes.ok : exitCodes.notConfigured;
}

async function save(context: Context): Promise<number> {
	const {args, env, messages, say, stdin} = context;
	const key = text(args, 'key')?.trim();
	const given = flag(args, 'secret-stdin') ? await readText('-', stdin) : text(args, 'secret');
	const secret = given?.trim();
	for (const [option, value] of [
		['--key', key],
		['--secret-stdin', secret],
	] as const) {
		if (!value) throw new AppError('USAGE', {problem: 'needs', option, for: 'config'});
	}

	const path = await saveSettings(folderOf(context), {credentials: {key: key!, secret: secret!}});
	say(messages.commands.config.saved(path));
	for (const name of Object.values(variables))
		if (env[name]?.trim()) say(messages.commands.config.environmentWins(name));
	sayWarnings(context, await readSettings(folderOf(context)));
	return exitCodes.ok;
}

async function reset(context: Context): Promise<number> {
	await saveSettings(folderOf(context), {credentials: undefined});
	context.say(context.messages.commands.config.reset);
	return exitCodes.ok;
}

function sayWarnings({say, messages}: Context, {warnings}: LoadedSettings): void {
	const words = messages.commands.config;
	for (const warning of warnings) say(words.warnings[warning.code](warning.path));
}
