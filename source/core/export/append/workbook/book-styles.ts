import {attribute} from './sheet-xml.ts';

/** The styles of the cells of a workbook. */
export type BookStyles = {
	/** True as well where the part has a form of its own. */
	readonly isDay: (style: number) => boolean;
	/**
	 * Returns a style that shows days in a number format, or in that of a style, and is otherwise as another one; undefined
	 * where the part has a form of its own.
	 */
	readonly dayStyle: (format: string | number, like: number | undefined) => number | undefined;
	/** The part with the styles that were returned. */
	readonly xml: () => string;
};

/** Excel's own number formats of days, those of East Asia among them (ECMA-376 part 1, 18.8.30). */
const ownDays = /^(?:1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/;

const formatTag = /<numFmt\b([^>]*)>/g;
const firstFree = 164;

/** Styles of cells, from the part `xl/styles.xml`. */
export function bookStyles(xml: string): BookStyles {
	// Those of conditional formats, elsewhere in the part, are none of cells.
	const [, listed = ''] = /<numFmts\b[^>]*[^/]>([\s\S]*?)<\/numFmts>/.exec(xml) ?? [];
	const formats = new Map(
		[...listed.matchAll(formatTag)].map(([, tag = '']) => [
			attribute(tag, 'numFmtId') ?? '',
			attribute(tag, 'formatCode') ?? '',
		]),
	);
	const [, opening = '', content] = /(<cellXfs\b[^>]*>)([\s\S]*?)<\/cellXfs>/.exec(xml) ?? [];
	const styles = [...(content ?? '').matchAll(/<xf\b[^>]*?(?:\/>|>[\s\S]*?<\/xf>)/g)].map(([style]) => style);
	const before = styles.length;
	/** Formats that are not there yet, with their numbers. */
	const added = new Map<string, string>();
	const numberOf = (format: string): string => {
		const all = [...formats, ...added];
		const known = all.find(([, code]) => code === format);
		if (known) return known[0];
		const taken = all.map(([number]) => Number(number)).filter(Number.isFinite);
		const number = String(Math.max(firstFree - 1, ...taken) + 1);
		added.set(number, format);
		return number;
	};
	const formatOf = (style: number): string =>
		attribute(/^<xf\b([^>]*)>/.exec(styles[style] ?? '')?.[1] ?? '', 'numFmtId') ?? '0';
	return {
		isDay(style) {
			if (styles.length === 0) return true;
			const id = formatOf(style);
			const code = formats.get(id);
			if (code === undefined) return ownDays.test(id);
			// What is quoted, escaped or in brackets is a text, a colour or a language.
			return /[yd]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
		},
		dayStyle(wanted, like = 0) {
			const base = styles[like] ?? styles[0];
			if (base === undefined || !/<styleSheet\b[^>]*>/.test(xml)) return undefined;
			const style = asDay(base, typeof wanted === 'number' ? formatOf(wanted) : numberOf(wanted));
			const known = styles.indexOf(style);
			return known >= 0 ? known : styles.push(style) - 1;
		},
		xml() {
			if (styles.length === before) return xml;
			const all = `${counted(opening, styles.length)}${styles.join('')}</cellXfs>`;
			const whole = xml.replace(/<cellXfs\b[^>]*>[\s\S]*?<\/cellXfs>/, () => all);
			if (added.size === 0) return whole;
			const tags = [...added]
				.map(([number, format]) => `<numFmt numFmtId="${number}" formatCode="${format}"/>`)
				.join('');
			if (!/<numFmts\b[^>]*[^/]>/.test(whole)) {
				const bare = whole.replace(/<numFmts\b[^>]*\/>/, '');
				return bare.replace(/<styleSheet\b[^>]*>/, found => `${found}<numFmts count="${added.size}">${tags}</numFmts>`);
			}
			return whole
				.replace(/<numFmts\b[^>]*>/, found => counted(found, formats.size + added.size))
				.replace('</numFmts>', () => `${tags}</numFmts>`);
		},
	};
}

const counted = (tag: string, count: number): string => tag.replace(/\bcount=(?:"[^"]*"|'[^']*')/, `count="${count}"`);

/** A style with another number format; a day of a new list is at the left, where its person says nothing else. */
function asDay(base: string, number: string): string {
	const [, attributes = ''] = /^<xf\b([^>]*?)\/?>/.exec(base) ?? [];
	const others = attributes.replace(/\s*\b(?:numFmtId|applyNumberFormat|applyAlignment)=(?:"[^"]*"|'[^']*')/g, '');
	const inside = /^<xf\b[^>]*[^/]>([\s\S]*)<\/xf>$/.exec(base)?.[1] ?? '';
	const alignment = /<alignment\b/.test(inside) ? '' : '<alignment horizontal="left"/>';
	return `<xf numFmtId="${number}"${others} applyNumberFormat="1" applyAlignment="1">${alignment}${inside}</xf>`;
}
