import {cellText, textCell} from '../cell.ts';
import {originalSheet} from '../column-sets.ts';
import {cellsOf, type Table} from '../rows.ts';
import {addRow} from './cells.ts';
import {columnWidths} from './column-widths.ts';
import {streamedWorkbook} from './stream.ts';

const widthOptions = {widthOf: (text: string) => [...text].length, beside: {head: 4, text: 4}, widest: 40} as const;

/** A table as the workbook that the original skill writes: one sheet, all text, white heads on blue, nothing frozen. */
export const originalWorkbook = ({heads, rows, sample}: Table): AsyncGenerator<Uint8Array> =>
	streamedWorkbook(async book => {
		const plain = book.style({});
		await book.sheet(
			{
				name: originalSheet,
				heads,
				widths: columnWidths(heads, cellsOf(sample()), widthOptions),
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
				for (const cells of cellsOf(rows())) {
					const texts = cells.map(cell => textCell(cellText(cell)));
					yield addRow(xml, ++number, texts, 'iso', () => plain);
				}
			},
		);
	});
