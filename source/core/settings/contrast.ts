export type Rgb = readonly [red: number, green: number, blue: number];

/** The least contrast of text that everyone can read (WCAG 2.2 §1.4.3). */
export const leastContrast = 4.5;

/** `#rrggbb` as three numbers from 0 to 255; undefined where it is something else. */
export function rgbOf(hex: string): Rgb | undefined {
	const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
	if (red === undefined || green === undefined || blue === undefined) return undefined;
	return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** Relative luminance, from 0 for black to 1 for white (WCAG 2.2, "relative luminance"). */
function luminance([red, green, blue]: Rgb): number {
	const linear = (value: number) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
	const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}
