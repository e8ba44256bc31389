import {errorCodes} from '../../source/core/errors.ts';
import {type FieldKey, fields} from '../../source/core/passport/model/fields.ts';
import {serviceFields} from '../../source/core/passport/printed/service-fields.ts';
import {legacyMembers} from '../../source/core/records/legacy/keys.ts';
import {messages} from '../../source/text/index.ts';
import {recordOf} from './records.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

const {exported, serviceLabels} = messages('en');

const labelOf = (key: string): string => exported.fields[key as FieldKey] ?? serviceLabels[key] ?? 'Name (Latin)';

/** The tables of the skill's page about JSON, made from the code, by the names of their places. */
function referenceTables(): Readonly<Record<'keys' | 'errors' | 'codes', string>> {
	const {errors, reasons} = messages('en');
	const always = Object.keys(legacyMembers(recordOf('a.jpg').passport));
	const others = serviceFields.map(({key}) => key).filter(key => !always.includes(key));
	return {
		keys: table(
			['key', 'what it holds', 'there'],
			[
				...always.map(key => [`\`${key}\``, labelOf(key), 'always']),
				...fields.flatMap(({key, onlyIn}) =>
					onlyIn ? [[`\`${key}\``, labelOf(key), `of documents of ${onlyIn}`]] : [],
				),
				...others.map(key => [`\`${key}\``, labelOf(key), 'where it was read']),
			],
		),
		errors: table(
			['`error_kind`', 'meaning'],
			errorCodes.map(code => [`\`${code}\``, errors.what(code, {format: '…', limit: 'N'}).replaceAll('|', '/')]),
		),
		codes: table(
			['code', 'meaning'],
			Object.entries(reasons)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([code, {short}]) => [`\`${code}\``, short({})]),
		),
	};
}

/** A page with its tables made again: each between `<!-- name -->` and `<!-- /name -->`. */
export const withTables = (page: string): string =>
	Object.entries(referenceTables()).reduce(
		(text, [name, content]) =>
			text.replace(
				new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`),
				(_, open: string, close: string) => `${open}\n${content}\n\n${close}`,
			),
		page,
	);
