import {AppError} from '../core/errors.ts';
import {type AskedField, fieldNames, fieldsNamed} from '../output/asked-fields.ts';
import {closest} from './closest.ts';
import {type Arguments, text} from './parse.ts';

/**
 * The fields that `--fields` names; undefined without it.
 *
 * @throws AppError USAGE {problem: 'bad-value'} for a name that is not known
 */
export function askedFields(args: Arguments): readonly AskedField[] | undefined {
	const names = text(args, 'fields')?.split(',');
	return names?.flatMap(name => {
		const found = fieldsNamed(name);
		if (found.length > 0) return found;
		const suggestion = closest(name, fieldNames);
		throw new AppError('USAGE', {
			problem: 'bad-value',
			option: '--fields',
			name: 'fields',
			value: name,
			...(suggestion ? {suggestion} : {}),
		});
	});
}
