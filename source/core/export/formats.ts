import {basename} from 'node:path';
import {docsAmadeus, docsGalileo, docsSabre, docsTravelSky} from './airline/docs-systems.ts';
import {csv} from './csv.ts';
import {excel} from './excel/excel.ts';
import type {Format} from './format.ts';
import {json} from './json.ts';
import {ndjson} from './ndjson.ts';
import {templateFormat} from './template/template-format.ts';

/** Every format, in the order of choice; the first is the default of the guided session. */
const all = [excel, csv, json, ndjson, docsAmadeus, docsSabre, docsGalileo, docsTravelSky, templateFormat] as const;

export type ExportFormat = (typeof all)[number]['id'];

export const exportFormats: readonly ExportFormat[] = all.map(({id}) => id);

export const formats = Object.fromEntries(all.map(format => [format.id, format])) as Readonly<
	Record<ExportFormat, Format>
>;

/** The formats that can be named without anything besides, and that the name of a file may say. */
export const namedFormats = exportFormats.filter(id => !formats[id].anyName);

export const defaultFormat: ExportFormat = all[0].id;

export const isExportFormat = (text: string): text is ExportFormat => Object.hasOwn(formats, text);

/** The extension of a format that a file name ends in, of any length such as `.sabre.txt`. */
const extensionIn = (path: string): {readonly id: ExportFormat; readonly extension: string} | undefined => {
	const name = basename(path).toLowerCase();
	for (const id of namedFormats) {
		const {extension, aliases = []} = formats[id];
		const typed = [extension, ...aliases].find(one => name.endsWith(one) && name.length > one.length);
		if (typed !== undefined) return {id, extension: typed};
	}
	return undefined;
};

/** The format that the extension of a file name means. */
export const formatOf = (path: string): ExportFormat | undefined => extensionIn(path)?.id;

/** A file name with the extension of another format, if it has the extension of one, or that of plain text. */
export const withFormat = (path: string, format: ExportFormat): string => {
	const found = extensionIn(path) ?? (/.\.txt$/i.test(path) ? {extension: '.txt'} : undefined);
	return found ? path.slice(0, -found.extension.length) + formats[format].extension : path;
};

/** Extensions of other programs' files and of pictures: a list under such a name opens nowhere, or replaces a passport. */
const foreign = /\.(?:xls|xlsm|xlsb|ods|numbers|pdf|docx?|html?|xml|zip|jpe?g|png|bmp|webp|tiff?|hei[cf])$/i;

/** Of the foreign ones those that a form may be written in. */
const markup = /\.(?:html?|xml)$/i;

/** Names that any program takes for plain text. */
const plainText = /\.(?:txt|tsv|tab)$/i;

/** True when the extension is one that a file of that format may have: its own, or one of plain text. */
export const suits = (path: string, format: ExportFormat): boolean =>
	formats[format].anyName === true
		? /\.\w+$/.test(basename(path)) && formatOf(path) === undefined && (markup.test(path) || !foreign.test(path))
		: (formatOf(path) ?? format) === format &&
			(formatOf(path) === format || (plainText.test(path) && !formats[format].binary));

/** True when programs would take a file of that name and format for something else, such as a CSV called `list.xlsx`. */
export const misnames = (path: string, format: ExportFormat): boolean =>
	!suits(path, format) && (formatOf(path) !== undefined || foreign.test(path) || plainText.test(path));
