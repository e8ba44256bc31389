import type {Format, RenderOptions} from '../format.ts';
import {namedApart} from '../not-read.ts';
import type {Table} from '../rows.ts';

/** A workbook of Excel. The library that writes it is loaded with the first one. */
export const excel: Format<'excel'> = {
	id: 'excel',
	extension: '.xlsx',
	listsNotRead: true,
	binary: true,
	holdsPictures: true,
	open: async (bytes, path, isHead, ownSheets) =>
		await (await import('../append/workbook/workbook-file.ts')).openWorkbook(bytes, path, isHead, ownSheets),
	render: parts,
};

async function* parts(
	table: Table,
	{columns, words, dates, names, notRead, photos, rowThread}: RenderOptions,
): AsyncGenerator<Uint8Array> {
	if (columns.asOriginal) yield* (await import('./original-workbook.ts')).originalWorkbook(table);
	else
		yield* (await import('./workbook.ts')).excelWorkbook(
			table,
			words,
			dates,
			notRead?.map(one => namedApart(one, names)),
			{
				photos,
				other: rowThread,
			},
		);
}
