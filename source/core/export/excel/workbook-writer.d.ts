// The part of exceljs that writes workbooks while they are made. All of exceljs loads in twice the time.
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
	import exceljs from 'exceljs';
	export default exceljs.stream.xlsx.WorkbookWriter;
}
