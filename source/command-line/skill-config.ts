import type {Credentials} from '../core/engines/engine.ts';
import {readTextFile} from '../core/read-text-file.ts';
import {type Arguments, text} from './parse.ts';
import {badValue} from './unknown-name.ts';

/**
 * Key and secret of the file that `--config` names: the original skill's `config.json`. Undefined without the option.
 *
 * @throws AppError of opening a file; USAGE {problem: 'bad-value'} for a file without both
 */
export async function namedCredentials(args: Arguments): Promise<Credentials | undefined> {
	const file = text(args, 'config');
	if (file === undefined) return undefined;
	const {key, secret} = members(await readTextFile(file));
	const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
	if (isText(key) && isText(secret)) return {key: key.trim(), secret: secret.trim()};
	throw badValue('config', file);
}

function members(json: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null ? {...value} : {};
	} catch {
		return {};
	}
}
