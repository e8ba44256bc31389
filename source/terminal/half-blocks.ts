/** Red, green, blue; row by row. */
export interface BlockPixels {
	readonly width: number;
	readonly height: number;
	readonly rgb: Uint8Array;
}

/** The colour cube of 256 colours: six steps a channel, from 16 on. */
const step = (value: number): number => Math.round((value / 255) * 5);

const cube = (r: number, g: number, b: number): number => 16 + 36 * step(r) + 6 * step(g) + step(b);

/**
 * Pixels as cells of half blocks: one cell shows two pixels, one above the other. The width in cells is the width in
 * pixels, the height half of it. Each line sets the colours that it needs and leaves them set.
 */
export function halfBlocks({width, height, rgb}: BlockPixels, colors: '256' | 'truecolor'): string[] {
	const colour = (x: number, y: number): string => {
		const at = (y * width + x) * 3;
		const [r, g, b] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
		return colors === 'truecolor' ? `2;${r};${g};${b}` : `5;${cube(r, g, b)}`;
	};
	const lines: string[] = [];
	for (let y = 0; y < height; y += 2) {
		let line = '\x1b[0m';
		let before = '';
		for (let x = 0; x < width; x++) {
			const under = y + 1 < height ? `48;${colour(x, y + 1)}` : '49';
			const style = `\x1b[38;${colour(x, y)};${under}m`;
			// Neighbours of one colour are written once: a page is mostly paper.
			line += style === before ? '▀' : `${style}▀`;
			before = style;
		}
		lines.push(line);
	}
	return lines;
}
