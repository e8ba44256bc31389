import {type AskedField, fieldNames, fieldsNamed} from '../output/asked-fields.ts';
import {type Arguments, text} from './parse.ts';
import {unknownName} from './unknown-name.ts';

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
		throw unknownName('fields', name, fieldNames);
	});
}
