import {readFile} from 'node:fs/promises';
import {decodeText} from '../core/decode-text.ts';
import type {Credentials} from '../core/engines/engine.ts';
import {AppError} from '../core/errors.ts';
import {openingError} from '../core/opening-error.ts';
import {type Arguments, text} from './parse.ts';

/**
 * Key and secret of the file that `--config` names: the original skill's `config.json`. Undefined without the option.
 *
 * @throws AppError of opening a file; USAGE {problem: 'bad-value'} for a file without both
 */
export async function namedCredentials(args: Arguments): Promise<Credentials | undefined> {
	const file = text(args, 'config');
	if (file === undefined) return undefined;
	const bytes = await readFile(file).catch(error => {
		throw openingError(file, error);
	});
	const {key, secret} = members(decodeText(bytes));
	const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
	if (isText(key) && isText(secret)) return {key: key.trim(), secret: secret.trim()};
	throw new AppError('USAGE', {problem: 'bad-value', option: '--config', name: 'config', value: file});
}

function members(json: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null ? {...value} : {};
	} catch {
		return {};
	}
}
