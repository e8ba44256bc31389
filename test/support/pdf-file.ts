/** An object of a PDF: a dictionary, and the data of a stream. */
type PdfObject = {readonly dictionary: string; readonly data?: Uint8Array};

export type PdfPage = {
	/** Points. */
	readonly width: number;
	readonly height: number;
	/** Degrees clockwise. */
	readonly rotate?: 0 | 90 | 180 | 270;
	/** More entries of the page's dictionary. */
	readonly entries?: string;
	/** What is drawn: `/I0 Do` shows the first picture, in a square of one point that `cm` puts to its place. */
	readonly content: string;
	readonly images?: readonly PdfObject[];
};

export const jpegImage = (data: Uint8Array, width: number, height: number, entries = ''): PdfObject => ({
	dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode ${entries}`,
	data,
});

/** Grey pixels, not compressed. */
export const greyImage = (data: Uint8Array, width: number, height: number): PdfObject => ({
	dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
	data,
});

/** A page that shows one picture over all of it. */
export const scannedPage = (image: PdfObject, width: number, height: number): PdfPage => ({
	width,
	height,
	content: `q ${width} 0 0 ${height} 0 0 cm /I0 Do Q`,
	images: [image],
});

/** Writes a PDF (ISO 32000-1 §7.5) with these pages; `/F0` is Courier. */
export function pdfFile(pages: readonly PdfPage[]): Buffer {
	const objects: PdfObject[] = [];
	const add = (object: PdfObject): number => objects.push(object) + 3;
	const font = add({dictionary: '/Type /Font /Subtype /Type1 /BaseFont /Courier'});
	const kids = pages.map(({width, height, rotate = 0, entries = '', content, images = []}) => {
		const names = images.map((image, index) => `/I${index} ${add(image)} 0 R`).join(' ');
		const stream = add({dictionary: '', data: Buffer.from(content, 'latin1')});
		return add({
			dictionary: `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ${entries} /Contents ${stream} 0 R /Resources << /XObject << ${names} >> /Font << /F0 ${font} 0 R >> >>`,
		});
	});
	const all = [
		{dictionary: '/Type /Catalog /Pages 2 0 R'},
		{dictionary: `/Type /Pages /Count ${kids.length} /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}]`},
		{dictionary: '/Producer (a test)'},
		...objects,
	];
	const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xff\xff\xff\xff\n', 'latin1')];
	let at = parts[0]!.length;
	const offsets = all.map(({dictionary, data}, index) => {
		const offset = at;
		const head = `${index + 1} 0 obj\n<< ${dictionary}${data ? ` /Length ${data.length}` : ''} >>\n`;
		const body = data ? [Buffer.from('stream\n'), Buffer.from(data), Buffer.from('\nendstream\n')] : [];
		const object = Buffer.concat([Buffer.from(head, 'latin1'), ...body, Buffer.from('endobj\n')]);
		parts.push(object);
		at += object.length;
		return offset;
	});
	const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	parts.push(
		Buffer.from(
			`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${at}\n%%EOF\n`,
			'latin1',
		),
	);
	return Buffer.concat(parts);
}
