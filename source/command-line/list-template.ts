import {AppError} from '../core/errors.ts';
import {filledTemplate, loadTemplate} from '../core/export/template/load-template.ts';
import {type FilledTemplate, isValueName} from '../core/export/template/parse-template.ts';
import {type Arguments, text, texts} from './parse.ts';
import {badValue} from './unknown-name.ts';

/** `--set NAME=VALUE`. */
function givenValues(args: Arguments): ReadonlyMap<string, string> {
	return new Map(
		texts(args, 'set').map(pair => {
			const [name = '', ...rest] = pair.split('=');
			if (!isValueName(name) || rest.length === 0) {
				throw badValue('set', pair, {for: 'export'});
			}
			return [name, rest.join('=')] as const;
		}),
	);
}

/**
 * The form that `--template` names, with the values that `--set` gives; undefined without it.
 *
 * @throws AppError TEMPLATE {path, line, column, problem}; USAGE; FILE_NOT_FOUND, NOT_READABLE
 */
export async function askedTemplate(args: Arguments): Promise<FilledTemplate | undefined> {
	const name = text(args, 'template');
	const values = givenValues(args);
	if (name === undefined && values.size > 0) {
		throw new AppError('USAGE', {problem: 'needs', option: '--template', for: 'export'});
	}
	if (name === undefined) return undefined;
	return await filledTemplate(await loadTemplate(name, ''), values, '');
}
