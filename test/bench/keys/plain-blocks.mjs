const quadrants = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/**
 * Pictures in quadrant blocks as programs usually draw them: each cell in its own two colours, as they are, written where
 * they are not those that hold. Replaces `blockRows` of source/terminal/graphics/blocks.ts.
 */
export const blockRows = ({width, height, data}) => {
	const rows = [];
	for (let y = 0; y + 1 < height; y += 2) {
		let row = '';
		let held = '';
		for (let x = 0; x + 1 < width; x += 2) {
			const parts = [0, 1, 2, 3].map(part => {
				const at = ((y + (part >> 1)) * width + x + (part & 1)) * 3;
				return [...data.subarray(at, at + 3)];
			});
			const bright = parts.map(([red, green, blue]) => red * 0.3 + green * 0.59 + blue * 0.11);
			const edge = (Math.min(...bright) + Math.max(...bright)) / 2;
			const mean = some =>
				[0, 1, 2].map(channel => Math.round(some.reduce((sum, one) => sum + one[channel], 0) / some.length));
			const lit = parts.filter((_, part) => bright[part] > edge);
			const unlit = parts.filter((_, part) => bright[part] <= edge);
			const back = `48;2;${mean(unlit).join(';')}`;
			const codes = lit.length > 0 ? `${back};38;2;${mean(lit).join(';')}` : back;
			if (codes !== held) row += `\x1b[${codes}m`;
			held = codes;
			row += quadrants[bright.reduce((mask, one, part) => mask + (one > edge ? 1 << part : 0), 0)];
		}
		rows.push(row);
	}
	return rows;
};
