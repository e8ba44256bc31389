import {extname} from 'node:path';

export const exportFormats = ['excel', 'csv', 'json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** The extension that each format's file has. */
export const extensions: Readonly<Record<ExportFormat, string>> = {excel: '.xlsx', csv: '.csv', json: '.json'};

/** The format that a file name asks for. */
export const formatOf = (path: string): ExportFormat | undefined =>
	exportFormats.find(format => extensions[format] === extname(path).toLowerCase());

/** Extensions of other programs' files, and of pictures: a list under such a name opens nowhere, or replaces a passport. */
const foreign =
	/\.(?:xls|xlsm|xlsb|ods|numbers|pdf|docx?|html?|xml|jsonl|ndjson|zip|jpe?g|png|bmp|webp|tiff?|hei[cf])$/i;

/** Names that any program takes for plain text. */
const plainText = /\.(?:txt|tsv|tab)$/i;

/** True when programs would take a file of that name and format for something else, such as a CSV called `list.xlsx`. */
export function misnames(path: string, format: ExportFormat): boolean {
	const named = formatOf(path);
	return (named ?? format) !== format || foreign.test(path) || (format === 'excel' && plainText.test(path));
}
