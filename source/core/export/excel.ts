import type {Format} from './format.ts';

/** A workbook of Excel. The library that writes it is loaded with the first one. */
export const excel: Format<'excel'> = {
	id: 'excel',
	extension: '.xlsx',
	listsNotRead: true,
	binary: true,
	render: async (table, {columns, words, dates, notRead}) => {
		if (columns === 'original') return (await import('./original-workbook.ts')).originalWorkbook(table, words);
		return (await import('./excel-workbook.ts')).excelWorkbook(table, words, dates, notRead);
	},
};
