import {expect, test} from 'vitest';
import {
	exportFormats,
	formatOf,
	formats,
	misnames,
	namedFormats,
	withFormat,
} from '../../../source/core/export/formats.ts';
import {filePlace} from '../../../source/session/export/file-place.ts';

test.each(namedFormats)('a file named for %s is one, whatever the case of its letters', id => {
	const {extension} = formats[id];
	expect(formatOf(`list${extension}`)).toBe(id);
	expect(formatOf(`LIST${extension.toUpperCase()}`)).toBe(id);
	expect(misnames(`list${extension}`, id)).toBe(false);
	for (const other of namedFormats.filter(other => other !== id))
		expect(misnames(`list${extension}`, other)).toBe(true);
});

test.each(exportFormats)('no list as %s goes under the name of a picture or of another program', id => {
	for (const name of ['a.jpg', 'a.HEIC', 'a.pdf', 'a.ods', 'a.zip']) expect(misnames(name, id)).toBe(true);
	expect(misnames('list', id)).toBe(false);
	expect(misnames('list.txt', id)).toBe(formats[id].binary ?? false);
});

test('a form goes under any name but that of another list, a picture or a workbook', () => {
	for (const name of ['guests.txt', 'guests.unl', 'guests.xml', 'guests'])
		expect(misnames(name, 'template')).toBe(false);
	for (const id of namedFormats) expect(misnames(`list${formats[id].extension}`, 'template')).toBe(true);
	expect(formatOf('guests.unl')).toBe(undefined);
});

test('a name takes the extension of the chosen format and keeps one that belongs to none', () => {
	expect(withFormat('a.b/Gruppe.v2.XLSX', 'csv')).toBe('a.b/Gruppe.v2.csv');
	expect(withFormat('Gruppe.v2', 'csv')).toBe('Gruppe.v2');
	expect(withFormat('', 'csv')).toBe('');
});

test('a typed name keeps an extension that fits the format, and gets one otherwise', () => {
	const place = (entered: string, format: (typeof exportFormats)[number]) =>
		filePlace(entered, format, '/group', '/home/anna', `usual${formats[format].extension}`);
	expect(place('list.tsv', 'csv')).toBe('/group/list.tsv');
	expect(place('list.TXT', 'csv')).toBe('/group/list.TXT');
	expect(place('list.txt', 'json')).toBe('/group/list.txt');
	expect(place('list.txt', 'excel')).toBe('/group/list.txt.xlsx');
	expect(place('list.doc', 'csv')).toBe('/group/list.doc.csv');
	expect(place('list', 'excel')).toBe('/group/list.xlsx');
	expect(place('guests.unl', 'template')).toBe('/group/guests.unl');
	expect(place('guests', 'template')).toBe('/group/guests.txt');
	expect(place('~/lists/', 'json')).toBe('/home/anna/lists/usual.json');
});
