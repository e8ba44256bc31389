import {expect, test} from 'vitest';
import {exportFormats, formatOf, formats, misnames, withFormat} from '../../../source/core/export/formats.ts';
import {filePlace} from '../../../source/session/export/file-place.ts';

test.each(exportFormats)('a file named for %s is one, whatever the case of its letters', id => {
	const {extension} = formats[id];
	expect(formatOf(`list${extension}`)).toBe(id);
	expect(formatOf(`LIST${extension.toUpperCase()}`)).toBe(id);
	expect(misnames(`list${extension}`, id)).toBe(false);
	for (const other of exportFormats.filter(other => other !== id))
		expect(misnames(`list${extension}`, other)).toBe(true);
});

test.each(exportFormats)('no list as %s goes under the name of a picture or of another program', id => {
	for (const name of ['a.jpg', 'a.HEIC', 'a.pdf', 'a.ods', 'a.zip']) expect(misnames(name, id)).toBe(true);
	expect(misnames('list', id)).toBe(false);
	expect(misnames('list.txt', id)).toBe(formats[id].binary ?? false);
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
	expect(place('~/lists/', 'json')).toBe('/home/anna/lists/usual.json');
});
