import {cellText} from './cell.ts';
import type {Table} from './rows.ts';
import type {ExportWords} from './words.ts';

/** Characters; a column is as wide as its longest text and four more, up to this. */
const widest = 40;

/** A table as the workbook that the original skill writes: one sheet, all text, white heads on blue, nothing frozen. */
export async function originalWorkbook({columns, rows}: Table, words: ExportWords): Promise<Uint8Array> {
	const {default: exceljs} = await import('exceljs');
	const workbook = new exceljs.Workbook();
	// The library writes no width of 9, which is its own default and not that of Excel.
	const sheet = workbook.addWorksheet('护照识别结果', {properties: {defaultColWidth: 9}});
	const texts = [columns.map(({head}) => head(words)), ...rows.map(row => row.map(cell => cellText(cell)))];
	for (const row of texts) sheet.addRow(row.map(text => (text === '' ? null : text)));
	for (let position = 1; position <= columns.length; position++) {
		const head = sheet.getCell(1, position);
		head.font = {bold: true, size: 11, color: {argb: 'FFFFFFFF'}};
		head.fill = {type: 'pattern', pattern: 'solid', fgColor: {argb: 'FF1F4E79'}};
		head.alignment = {horizontal: 'center'};
		const longest = Math.max(...texts.map(row => [...row[position - 1]!].length));
		sheet.getColumn(position).width = Math.min(longest + 4, widest);
	}

	return new Uint8Array(await workbook.xlsx.writeBuffer());
}
