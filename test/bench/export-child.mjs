// Writes one list and says what it took: the process of one measure of parts/export.mjs.

const {job, urls, count, path} = JSON.parse(process.argv[2]);
const {writeExport} = await import(urls.write);
const {tableOf} = await import(urls.rows);
const {today} = await import(urls.records);
const {manyRecords} = await import(urls.numbers);

const {messages} = await import(urls.text);
const words = messages('en').exported;

/** What exceljs takes for the same cells, styles, filter and view, all of them in memory. */
const writePlain = async () => {
	const {default: exceljs} = await import('exceljs');
	const table = tableOf(manyRecords(count), {words, columns: 'default', today});
	const workbook = new exceljs.Workbook();
	const sheet = workbook.addWorksheet('Passports', {views: [{state: 'frozen', ySplit: 1}]});
	sheet.addRow(table.columns.map(({head}) => head(words))).font = {bold: true};
	for (const {cells} of table.rows()) {
		const row = sheet.addRow([]);
		for (const [index, cell] of cells.entries()) {
			const place = row.getCell(index + 1);
			if (cell.kind === 'number') place.value = cell.number;
			else if (cell.kind === 'date') {
				place.value = new Date(Date.UTC(cell.date.year, cell.date.month - 1, cell.date.day));
				place.numFmt = 'yyyy-mm-dd';
			} else {
				place.numFmt = '@';
				if (cell.kind === 'text') place.value = cell.text;
			}
		}
	}
	sheet.autoFilter = {from: {row: 1, column: 1}, to: {row: count + 1, column: table.columns.length}};
	await workbook.xlsx.writeFile(path);
	return table.columns.length;
};

/** The least that a list from a folder takes: each file read and parsed. */
const parseFolder = async () => {
	const {readdirSync, readFileSync} = await import('node:fs');
	const {join} = await import('node:path');
	let members = 0;
	for (const name of readdirSync(path)) {
		if (name.endsWith('.json')) members += Object.keys(JSON.parse(readFileSync(join(path, name), 'utf8'))).length;
	}
	return members / count;
};

/** The whole command, as a person gives it. */
const exportFolder = async () => {
	const {exportRows} = await import(urls.command);
	const {runCommand} = await import(urls.run);
	const {out, said} = await runCommand(exportRows, ['export', '--from-dir', path, '-o', `${path}.xlsx`]);
	if (out !== '' || !said.some(line => line.startsWith(`${count} rows written`))) throw new Error(said.join('\n'));
	return count;
};

/** What recognize keeps of so many pictures, without the pictures. */
const writeFolder = async () => {
	const {mkdirSync, writeFileSync} = await import('node:fs');
	const {join} = await import('node:path');
	const {toJson} = await import(urls.toJson);
	mkdirSync(path);
	for (const record of manyRecords(count)) {
		writeFileSync(join(path, `${record.path.slice(10, -4)}.json`), JSON.stringify(toJson(record), null, 2));
	}
	return count;
};

const start = performance.now();
const before = process.cpuUsage();
let columns;
const jobs = {peer: writePlain, 'write folder': writeFolder, 'parse folder': parseFolder, folder: exportFolder};
if (jobs[job]) columns = await jobs[job]();
else {
	const options = {format: job, words, today, path, ifExists: 'replace'};
	columns = tableOf(manyRecords(1), {words, columns: 'default', today}).columns.length;
	await writeExport(manyRecords(count), options);
}
const {user, system} = process.cpuUsage(before);
process.send({
	columns,
	cpu: (user + system) / 1e6,
	elapsed: (performance.now() - start) / 1000,
	peak: process.resourceUsage().maxRSS * 1024,
});
process.disconnect();
