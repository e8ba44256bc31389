// Prints the sheets of a workbook as JSON, [{sheet, data}], as a library that did not write it reads them. A day is
// {"day": "2026-11-22"}.

import readWorkbook from 'read-excel-file/node';

const sheets = await readWorkbook(process.argv[2], {trim: false});
process.stdout.write(
	JSON.stringify(sheets, (_, value) => value, 0).replaceAll(/"(\d{4}-\d\d-\d\d)T00:00:00\.000Z"/g, '{"day":"$1"}'),
);
