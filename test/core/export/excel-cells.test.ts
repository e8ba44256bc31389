import {expect, test} from 'vitest';
import {ByteText} from '../../../source/core/export/byte-text.ts';
import {type Cell, dateCell, none, numberCell, textCell} from '../../../source/core/export/cell.ts';
import {addRow, columnLetters, isoOfSerial, rowXml} from '../../../source/core/export/excel/cells.ts';

test.each([
	[0, 'A'],
	[25, 'Z'],
	[26, 'AA'],
	[51, 'AZ'],
	[52, 'BA'],
	[701, 'ZZ'],
	[702, 'AAA'],
])('column %i is %s', (index, letters) => expect(columnLetters(index)).toBe(letters));

test.each([
	[1, '1899-12-31'],
	[61, '1900-03-01'],
	[27253, '1974-08-12'],
	[27253.9, '1974-08-12'],
	[48319, '2032-04-15'],
])('the number %d is the day %s', (serial, day) => expect(isoOfSerial(serial)).toBe(day));

const text = (content: string): Cell => ({kind: 'text', text: content});
const inline = (content: string): string => ` t="inlineStr"><is>${content}</t></is></c>`;
const long = 'x'.repeat(32_767);

test.each<[string, Cell, string]>([
	['a text', textCell('LEE'), inline('<t>LEE')],
	['a text of other letters', textCell('李🙂é'), inline('<t>李🙂é')],
	['nothing', none, '/>'],
	['zero', numberCell(0), '><v>0</v></c>'],
	['a number', numberCell(-1.5), '><v>-1.5</v></c>'],
	['no number', numberCell(undefined), '/>'],
	['a day', dateCell('1974-08-12'), '><v>27253</v></c>'],
	['the first day that Excel has right', dateCell('1901-01-01'), '><v>367</v></c>'],
	['a day before it', dateCell('1900-12-31'), inline('<t>31/12/1900')],
	['a month', dateCell('1974-08'), inline('<t>1974-08')],
	['signs of XML', text('<a> & >'), inline('<t>&lt;a&gt; &amp; &gt;')],
	['a space before it', text(' a'), inline('<t xml:space="preserve"> a')],
	['a space behind it', text('a '), inline('<t xml:space="preserve">a ')],
	['two spaces', text('a  b'), inline('<t xml:space="preserve">a  b')],
	['a space inside', text('a b'), inline('<t>a b')],
	['what Excel takes for a letter', text('_x0041_'), inline('<t>_x005F_x0041_')],
	['what it does not', text('_x41_ x0041_ _x004G_'), inline('<t>_x41_ x0041_ _x004G_')],
	['what is no letter', text('a\uffffb\ufffe'), inline('<t>a\ufffdb\ufffd')],
	['a text that Excel takes', text(long), inline(`<t>${long}`)],
	['a longer one', text(`${long}y`), inline(`<t>${long.slice(1)}…`)],
])('a cell with %s', (_, cell, xml) => {
	expect(rowXml(7, [none, cell], 'slash', () => undefined)).toBe(`<row r="7"><c r="A7"/><c r="B7"${xml}</row>`);
});

test('a cell has the style of its kind and column, a row its height', () => {
	const xml = new ByteText(1);
	const cells = [textCell('é'), numberCell(1), dateCell('1974-08-12'), dateCell('1900-12-31'), none];
	addRow(xml, 2, cells, 'iso', (kind, column) => ({text: 10, number: 20, date: 30})[kind] + column, 60);
	const written = xml.take().toString();
	expect(xml.length).toBe(0);
	expect(written).toMatch(/^<row r="2" ht="60" customHeight="1"><c r="A2" s="10"/);
	expect([...written.matchAll(/s="(\d+)"/g)].map(([, style]) => Number(style))).toEqual([10, 21, 32, 13, 14]);
});
