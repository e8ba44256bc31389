import {accountOf} from '../command-line/account.ts';
import {actionOf} from '../command-line/action.ts';
import {ask} from '../command-line/ask.ts';
import type {Command, Context} from '../command-line/context.ts';
import {flag, text} from '../command-line/parse.ts';
import {readText} from '../command-line/read-text.ts';
import {cleanText} from '../core/clean-text.ts';
import {account as cloudAccount, remoteEngine} from '../core/engines/choice.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {jsonText} from '../core/records/json-text.ts';
import {settingsFolder} from '../core/settings/folder.ts';
import {mask} from '../core/settings/mask.ts';
import {resolveSettings, type Sourced} from '../core/settings/resolve.ts';
import {type LoadedSettings, readSettings, saveSettings} from '../core/settings/settings.ts';

const actions = {load, save, test, reset} as const satisfies Readonly<Record<string, Command>>;

const variables = {
	key: 'PASSPORT_OCR_KEY',
	secret: 'PASSPORT_OCR_SECRET',
	endpoint: 'PASSPORT_OCR_ENDPOINT',
} as const;

/** Both belong together; an address of a server may be stored without them. */
const account = ['key', 'secret'] as const;

/** `config load|save|reset`. */
export const config: Command = async context => {
	return await actions[(actionOf(context.args) ?? 'load') as keyof typeof actions](context);
};

const folderOf = ({args, env}: Context): string => settingsFolder(text(args, 'config-dir'), {env});

async function load(context: Context): Promise<number> {
	const loaded = await readSettings(folderOf(context));
	sayWarnings(context, loaded);
	const {key, secret, endpoint} = resolveSettings(
		{endpoint: text(context.args, 'endpoint')},
		context.env,
		loaded.settings,
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
		secret_from: from('secret', secret),
		endpoint: (endpoint.value ?? cloudAccount.address).replace(/\/\/[^/]*@/, '//…@'),
		endpoint_from: from('endpoint', endpoint),
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
	const path = await saveSettings(folderOf(context), {
		...(credentials ? {credentials} : {}),
		...(endpoint === undefined ? {} : {endpoint}),
	});
	const words = messages.commands.config;
	say(words.saved(path));
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

async function reset(context: Context): Promise<number> {
	await saveSettings(folderOf(context), {credentials: undefined});
	context.say(context.messages.commands.config.reset);
	return exitCodes.ok;
}

function sayWarnings({warn, messages}: Context, {warnings}: LoadedSettings): void {
	const words = messages.commands.config;
	for (const warning of warnings) warn(words.warnings[warning.code](warning.path));
}
