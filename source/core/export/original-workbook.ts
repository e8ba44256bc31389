import {cellText, textCell} from './cell.ts';
import {addRow} from './excel-cells.ts';
import {streamedWorkbook} from './excel-stream.ts';
import type {Table} from './rows.ts';

/** Characters; a column is as wide as its longest text and four more, up to this. */
const widest = 40;

/** A table as the workbook that the original skill writes: one sheet, all text, white heads on blue, nothing frozen. */
export const originalWorkbook = ({heads, rows, sample}: Table): AsyncGenerator<Uint8Array> =>
	streamedWorkbook(async book => {
		const plain = book.style({});
		await book.sheet(
			{
				name: '护照识别结果',
				heads,
				widths: heads.map((head, position) =>
					sample.reduce(
						(width, {cells}) => Math.min(widest, Math.max(width, [...cellText(cells[position]!)].length + 4)),
						[...head].length + 4,
					),
				),
				headStyle: {
					font: {bold: true, size: 11, color: {argb: 'FFFFFFFF'}},
					fill: {type: 'pattern', pattern: 'solid', fgColor: {argb: 'FF1F4E79'}},
					alignment: {horizontal: 'center'},
				},
				// The library writes no width of 9, which is its own default and not that of Excel.
				options: {properties: {defaultColWidth: 9}},
			},
			function* (xml) {
				let number = 1;
				for (const {cells} of rows()) {
					const texts = cells.map(cell => textCell(cellText(cell)));
					yield addRow(xml, ++number, texts, 'iso', () => plain);
				}
			},
		);
	});
