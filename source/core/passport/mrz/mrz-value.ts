import {numberValue} from '../judge/number.ts';
import {type CompleteDate, formatDate} from '../model/dates.ts';
import type {DocumentShape} from '../model/document.ts';
import {type FieldKey, fieldInfo} from '../model/fields.ts';
import {cut, cutNumber, layoutOf} from '../model/layouts.ts';
import {bareCode, exportCode} from '../tables/codes.ts';
import {readMrzDate} from './dates.ts';
import {readNames} from './names.ts';

/**
 * What lines hold of a field, in the form of `FieldValue.value`, without any repair. Undefined where the shape has no
 * place for the field.
 *
 * @param today From which the century of a date is counted.
 */
export function mrzValue(
	shape: DocumentShape,
	lines: readonly string[],
	key: FieldKey,
	today: CompleteDate,
): string | undefined {
	const layout = layoutOf(shape, lines);
	const {kind} = fieldInfo(key);
	if (kind === 'name') {
		const {surname, given} = readNames(cut(lines, layout.names));
		return key === 'surname_english' ? surname : given;
	}
	const slot = layout.fields[key];
	if (!slot) return undefined;
	const raw = key === 'passport_number' ? cutNumber(lines, layout) : cut(lines, slot);
	switch (kind) {
		case 'date': {
			const read = readMrzDate(raw, key === 'birth_date' ? 'birth' : 'expiry', today);
			return read.kind === 'date' ? formatDate(read.date) : '';
		}
		case 'sex':
			return raw === '<' ? 'X' : /^[MFX]$/.test(raw) ? raw : '';
		case 'code':
			return exportCode(bareCode(raw)).replaceAll('<', ' ');
		case 'type':
			return raw.replaceAll('<', '');
		default:
			return numberValue(raw);
	}
}

/** Whether a value is what lines hold of its field, which leave the century of a date open. */
export const isMrzValue = (key: FieldKey, value: string, held: string): boolean =>
	fieldInfo(key).kind === 'date' ? value.slice(2) === held.slice(2) : value === held;
