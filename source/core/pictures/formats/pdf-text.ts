import {floatsAt, type Pdf} from './pdfium.ts';

/** The two lines of a TD3 MRZ (ICAO 9303-4 §4.2). */
export type TextMrz = readonly [string, string];

/** Values of fpdf_edit.h. */
const imageObject = 3;
const invisible = 3;

const firstLine = /^P[A-Z<][A-Z<]{3}[A-Z<]{39}$/;
const secondLine = /^[A-Z0-9<]{9}[0-9<][A-Z<]{3}[0-9<]{7}[MFX<][0-9]{7}[A-Z0-9<]{14}[0-9<]{2}$/;

/**
 * Returns the MRZs that a page shows as text, as programs write them. Text that a scanner hides behind a picture is what
 * some program has read, not what is printed, and is left out: it is invisible, or a picture covers it.
 */
export function mrzText(pdf: Pdf, page: number): readonly TextMrz[] {
	const {lib, allocate, later} = pdf;
	const text = lib._FPDFText_LoadPage!(page);
	if (text === 0) return [];
	later(() => lib._FPDFText_ClosePage!(text));
	const count = lib._FPDFText_CountChars!(text);
	const place = allocate(2 * (count + 1));
	const length = lib._FPDFText_GetText!(text, 0, count, place);
	const letters = Buffer.from(lib.HEAPU8.subarray(place, place + 2 * Math.max(0, length - 1))).toString('utf16le');
	const lines = [...letters.matchAll(/[^\r\n]+/g)].map(match => ({
		at: match.index,
		text: match[0].replace(/\s+/g, ''),
	}));
	return lines.flatMap(({at, text: first}, index): TextMrz[] => {
		const second = lines[index + 1];
		if (!second || !firstLine.test(first) || !secondLine.test(second.text)) return [];
		return isSeen(pdf, page, text, at) && isSeen(pdf, page, text, second.at) ? [[first, second.text]] : [];
	});
}

/** Whether the character at a place of the text is drawn where no picture is. */
function isSeen({lib, allocate}: Pdf, page: number, text: number, at: number): boolean {
	const index = lib._FPDFText_GetCharIndexFromTextIndex!(text, at);
	const object = lib._FPDFText_GetTextObject!(text, Math.max(0, index));
	if (object === 0 || lib._FPDFTextObj_GetTextRenderMode!(object) === invisible) return false;
	const place = allocate(16);
	const boundsOf = (one: number) =>
		lib._FPDFPageObj_GetBounds!(one, place, place + 4, place + 8, place + 12) ? floatsAt(lib, place, 4) : undefined;
	const own = boundsOf(object);
	if (!own) return false;
	for (let number = 0; number < lib._FPDFPage_CountObjects!(page); number++) {
		const other = lib._FPDFPage_GetObject!(page, number);
		if (lib._FPDFPageObj_GetType!(other) !== imageObject) continue;
		const box = boundsOf(other);
		if (!box || overlap(own, box)) return false;
	}
	return true;
}

/** Left, bottom, right, top. */
type Bounds = readonly number[];

const overlap = ([l = 0, b = 0, r = 0, t = 0]: Bounds, [left = 0, bottom = 0, right = 0, top = 0]: Bounds): boolean =>
	l < right && left < r && b < top && bottom < t;
