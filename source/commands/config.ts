import {accountOf, sayWarnings, usedSettings} from '../command-line/account.ts';
import {actionOf, unknownChoice} from '../command-line/action.ts';
import {ask} from '../command-line/ask.ts';
import type {Command, Context} from '../command-line/context.ts';
import {isStorable, storedOptions, switchValues} from '../command-line/defaults.ts';
import {errorLines} from '../command-line/errors.ts';
import {options} from '../command-line/options.ts';
import {flag, isFit, text} from '../command-line/parse.ts';
import {readText} from '../command-line/read-text.ts';
import {namedCredentials} from '../command-line/skill-config.ts';
import {cleanText} from '../core/clean-text.ts';
import {account as cloudAccount, remoteEngine} from '../core/engines/choice.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import {forgetCredentials, type SecretPlace, storeCredentials, withSecret} from '../core/settings/credentials.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {mask} from '../core/settings/mask.ts';
import {isProblem, type OwnKeys, parseOwnKeys} from '../core/settings/own-keys.ts';
import {resolveSettings, type Sourced} from '../core/settings/resolve.ts';
import {readSettings, saveSettings, settingsPath} from '../core/settings/settings.ts';
import type {Settings} from '../core/settings/stored.ts';
import {parseColours, themes} from '../core/settings/theme.ts';
import {messages as messagesOf} from '../text/index.ts';
import {configKeys} from './config-keys.ts';

const actions = {load, save, test, reset, get, set, keys: configKeys, forget} as const satisfies Readonly<
	Record<string, Command>
>;

const variables = {
	key: 'PASSPORT_OCR_KEY',
	secret: 'PASSPORT_OCR_SECRET',
	endpoint: 'PASSPORT_OCR_ENDPOINT',
} as const;

/** Both belong together; an address of a server may be stored without them. */
const account = ['key', 'secret'] as const;

/** `config load|save|test|reset|get|set|keys|forget`. */
export const config: Command = async context => {
	const {args} = context;
	const action = (actionOf(args, {get: 1, set: 2, forget: 1}) ?? 'load') as keyof typeof actions;
	const format = text(args, 'output-format');
	if (action !== 'keys' && format !== undefined && format !== 'json') {
		const wrong = {option: '--output-format', value: format, expected: 'json'};
		throw new AppError('USAGE', {problem: 'bad-value', ...wrong, for: 'config'});
	}
	return await actions[action](context);
};

const folderOf = ({args, env}: Context): string => settingsFolder(text(args, 'config-dir'), {env});

async function load(context: Context): Promise<number> {
	const loaded = await readSettings(folderOf(context));
	sayWarnings(context, loaded);
	const problem = loaded.settings.keys && (await context.appKeys()).problem(loaded.settings.keys);
	if (problem) context.warn(context.messages.app.notices.keysIgnored({problem}));
	const found = await withSecret(loaded.settings, context.keychain);
	if (found.problem) for (const line of errorLines('KEYCHAIN', found.problem, context.messages)) context.warn(line);
	const {key, secret, endpoint} = resolveSettings(
		{endpoint: text(context.args, 'endpoint')},
		context.env,
		found.settings,
	);
	const configured = key.value !== undefined && secret.value !== undefined;
	const shown = ({value}: Sourced<string | undefined>): string => (value === undefined ? '' : mask(value));
	const from = (name: keyof typeof variables, {source}: Sourced<string | undefined>): string =>
		source === 'environment' ? variables[name] : source;
	const state = {
		configured,
		key: shown(key),
		secret: shown(secret),
		key_from: from('key', key),
		secret_from: found.isInKeychain && secret.source === 'settings' ? 'keychain' : from('secret', secret),
		endpoint: (endpoint.value ?? cloudAccount.address).replace(/\/\/[^/]*@/, '//…@'),
		endpoint_from: from('endpoint', endpoint),
		config_path: loaded.path,
	};
	context.out(`${jsonText(state)}\n`);
	return configured ? exitCodes.ok : exitCodes.notConfigured;
}

async function save(context: Context): Promise<number> {
	const {args, env, messages, say, warn, stdin} = context;
	const imported = await namedCredentials(args);
	// Without --key, standard input has the key in its first line.
	const lines = flag(args, 'secret-stdin') ? (await readText('-', stdin)).trim().split(/\s*\n\s*/) : [];
	const named = imported?.key ?? text(args, 'key')?.trim();
	const key = named ?? (lines.length > 1 ? lines.shift() : undefined);
	const given = imported?.secret ?? (flag(args, 'secret-stdin') ? lines.join('') : text(args, 'secret'));
	const secret = given?.trim();
	const endpoint = text(args, 'endpoint')?.trim();
	if (endpoint !== undefined) cloudAccount.destination(endpoint);
	const alone = endpoint !== undefined && key === undefined && given === undefined;
	for (const [option, value] of [
		['--key', key],
		['--secret-stdin', secret],
	] as const) {
		if (!value && !alone) throw new AppError('USAGE', {problem: 'needs', option, for: 'config'});
	}

	const credentials = alone ? undefined : {key: key!, secret: secret!};
	const words = messages.commands.config;
	const folder = folderOf(context);
	const secretPlace = credentials && (await storeCredentials(folder, credentials, context.keychain));
	const path = endpoint === undefined ? settingsPath(folder) : await saveSettings(folder, {endpoint});
	if (text(args, 'secret') !== undefined) warn(words.secretSeen);
	sayPlace(context, path, secretPlace);
	for (const hint of credentials ? cloudAccount.hints(credentials) : []) say(words.hints[hint]);
	const stored = [...(credentials ? account : []), ...(endpoint === undefined ? [] : (['endpoint'] as const))];
	for (const name of stored.map(one => variables[one])) if (env[name]?.trim()) say(words.environmentWins(name));
	sayWarnings(context, await readSettings(folderOf(context)));
	return exitCodes.ok;
}

/** Asks the service about key and secret, after it was said what that may cost. */
async function test(context: Context): Promise<number> {
	const {args, messages, say, warn, interactive, signal} = context;
	const words = messages.commands.config;
	const options = await accountOf(context);
	if (!options.credentials) throw new AppError('CONFIG_MISSING', {engine: remoteEngine});
	sayWarnings(context, await usedSettings(context));
	const trial = await cloudAccount.test(options);
	const where = trial.official ? messages.commands.upload.official(trial.host) : trial.host;
	if (!flag(args, 'yes')) {
		if (!interactive) throw new AppError('USAGE', {problem: 'needs-yes', does: words.testWhat(where), for: 'config'});
		if (!(await ask(context, words.testAsk(where)))) {
			say(words.testNotAsked);
			return exitCodes.interrupted;
		}
	}
	const {verdict, said} = await trial.run(signal);
	warn(words.tested[verdict]);
	if (said !== undefined) warn(words.testSaid(cleanText(said)));
	if (verdict === 'accepted') return exitCodes.ok;
	return verdict === 'refused' ? exitCodes.notConfigured : exitCodes.service;
}

/** Says where the secret is now, and why not in the keychain. */
function sayPlace({messages, say, warn}: Context, path: string, secret: SecretPlace | undefined): void {
	const words = messages.commands.config;
	if (secret?.problem !== undefined) warn(words.notInKeychain(secret.problem));
	say(secret?.place === 'keychain' ? words.inKeychain(path) : words.saved(path));
}

async function reset(context: Context): Promise<number> {
	const problem = await forgetCredentials(folderOf(context), context.keychain);
	const words = context.messages.commands.config;
	if (problem !== undefined) context.warn(words.notForgotten(problem));
	context.say(words.reset);
	return exitCodes.ok;
}

/** The names that `get` and `set` know: language, colours, keys and mouse of the app, and options whose usual value may be stored. */
const settable = ['lang', 'theme', 'colours', 'keys', 'mouse', 'keychain', ...storedOptions] as const;

type Settable = (typeof settable)[number];

/** What puts back what holds without a setting. */
const usual = 'default';

function settableNamed(action: string, name: string | undefined): Settable | undefined {
	const known = settable.find(one => one === name);
	if (known || name === undefined) return known;
	throw unknownChoice('config', `config ${action}`, name, settable);
}

/** What a member of its own holds, not one of the usual values of options. */
const members = {
	lang: 'language',
	theme: 'theme',
	colours: 'colours',
	keys: 'keys',
	mouse: 'mouse',
	keychain: 'keychain',
} as const;

const isMember = (name: Settable): name is keyof typeof members => name in members;

function storedValue(settings: Settings, name: Settable): string {
	if (name === 'keys') return keysText(settings.keys ?? {}) || usual;
	if (name === 'mouse' || name === 'keychain') {
		return settings[name] === undefined ? usual : settings[name] ? 'on' : 'off';
	}
	return (isMember(name) ? settings[members[name]] : settings.defaults?.[name]) ?? usual;
}

/** Keys as `config set keys` takes them. */
const keysText = (keys: OwnKeys): string =>
	Object.entries(keys)
		.flatMap(([id, own]) => own.map(key => `${id}=${key}`))
		.join(' ');

/** Prints one setting, or all as JSON. */
async function get(context: Context): Promise<number> {
	const name = settableNamed('get', context.args.words[1]);
	const {settings} = await readSettings(folderOf(context));
	const all = Object.fromEntries(settable.map(one => [one, storedValue(settings, one)]));
	context.out(name ? `${all[name]}\n` : `${jsonText(all)}\n`);
	return exitCodes.ok;
}

/** Stores the usual value of an option, or a setting of the app; `default` forgets it. */
async function set(context: Context): Promise<number> {
	const {args, messages} = context;
	const name = settableNamed('set', args.words[1]);
	const value = args.words[2];
	if (!name || value === undefined) {
		throw new AppError('USAGE', {
			problem: 'needs',
			option: `config set ${name ?? settable.join('|')} VALUE`,
			for: 'config',
		});
	}
	const expected = value === usual ? undefined : await whatFits(name, value, context);
	if (expected) throw new AppError('USAGE', {problem: 'bad-value', option: name, value, ...expected, for: 'config'});
	const {settings} = await readSettings(folderOf(context));
	// The secret is moved before its place is: a keychain that fails leaves all as it was.
	const found = name === 'keychain' ? await withSecret(settings, context.keychain) : undefined;
	if (found?.problem) throw new AppError('KEYCHAIN', found.problem);
	const path = await saveSettings(folderOf(context), changeOf(settings, name, value));
	const {credentials} = found?.settings ?? {};
	const moved = credentials && (await storeCredentials(folderOf(context), credentials, context.keychain));
	if (value === 'on' && moved?.place === 'file' && moved.problem === undefined)
		context.warn(messages.commands.config.noKeychain);
	sayPlace(context, path, moved);
	return exitCodes.ok;
}

/** Deletes columns that were saved under a name. */
async function forget(context: Context): Promise<number> {
	const {args, messages, say} = context;
	const {config: words, comma} = messages.commands;
	const name = args.words[1];
	const {columnSets = {}} = (await readSettings(folderOf(context))).settings;
	if (name === undefined) throw new AppError('USAGE', {problem: 'needs', option: 'config forget NAME', for: 'config'});
	if (!Object.hasOwn(columnSets, name)) {
		const expected = words.savedColumns(Object.keys(columnSets).join(comma));
		throw new AppError('USAGE', {problem: 'bad-value', option: 'NAME', value: name, expected, for: 'config'});
	}
	const {[name]: _, ...others} = columnSets;
	say(words.saved(await saveSettings(folderOf(context), {columnSets: others})));
	return exitCodes.ok;
}

/** The names of actions are those of their words. */
const isAction = (id: string): boolean => Object.hasOwn(messagesOf('en').app.actions, id);

/** What a value of a setting has to be, where this one is something else. */
async function whatFits(
	name: Settable,
	value: string,
	{messages, appKeys}: Context,
): Promise<{readonly expected: string} | {readonly name: string} | undefined> {
	const words = messages.commands.config;
	if (name === 'theme') return themes.some(theme => theme === value) ? undefined : {expected: themes.join(', ')};
	if (name === 'colours') {
		const parsed = parseColours(value);
		return 'code' in parsed ? {expected: words.colours(parsed)} : undefined;
	}
	if (name === 'keys') {
		const parsed = parseOwnKeys(value, isAction);
		if (isProblem(parsed)) return {expected: words.keys(parsed)};
		const problem = (await appKeys()).problem(parsed);
		return problem && {expected: words.keysProblem(problem)};
	}
	if (name === 'mouse' || name === 'keychain' || options[name].type === 'flag') {
		return switchValues.includes(value) ? undefined : {expected: switchValues.join(', ')};
	}
	if (isStorable(name, value)) return undefined;
	return name === 'engine' && isFit('', name, value) ? {expected: words.engineNamed(value)} : {name};
}

function changeOf(settings: Settings, name: Settable, value: string): Parameters<typeof saveSettings>[1] {
	const given = value === usual ? undefined : value;
	if (name === 'keys') {
		const parsed = given === undefined ? undefined : parseOwnKeys(given, isAction);
		return {keys: parsed === undefined || isProblem(parsed) ? undefined : parsed};
	}
	if (name === 'mouse' || name === 'keychain') return {[name]: given === undefined ? undefined : given === 'on'};
	if (isMember(name)) {
		// Own colours are meant to be seen; without them there is nothing to choose.
		const theme =
			name !== 'colours' ? {} : given ? {theme: 'own' as const} : settings.theme === 'own' ? {theme: undefined} : {};
		return {...theme, [members[name]]: given};
	}
	const {[name]: _, ...others} = settings.defaults ?? {};
	return {defaults: given === undefined ? others : {...others, [name]: given}};
}
