// A screen of xterm as SVG.

/** Of a cell, in units of the picture. */
const cell = {width: 8.4, height: 18};
const fontSize = 14;
const margin = 12;

/** The sixteen colours that a terminal chooses, on a dark background. */
const sixteen = [
	...['#1d1f21', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#c8ccd4'],
	...['#7f848e', '#ff7b86', '#b1e08c', '#ffd88f', '#7fc1ff', '#dc8ff2', '#6fd3e0', '#ffffff'],
];

const hex = number => number.toString(16).padStart(2, '0');
const rgb = value => `#${value.toString(16).padStart(6, '0')}`;

/** The 256 colours: sixteen, a cube, greys. */
function indexed(index) {
	if (index < 16) return sixteen[index];
	if (index > 231) return `#${hex(8 + (index - 232) * 10).repeat(3)}`;
	const [red, green, blue] = [36, 6, 1].map(step => Math.floor((index - 16) / step) % 6);
	return `#${[red, green, blue].map(level => hex(level === 0 ? 0 : 55 + level * 40)).join('')}`;
}

const colour = (isDefault, isRgb, value, other) => (isDefault ? other : isRgb ? rgb(value) : indexed(value));

/** Blocks as the parts of a cell that they fill: left, top, right, bottom, in eighths. */
function blocksOf(character) {
	const code = character.codePointAt(0);
	if (code === 0x2580) return [[0, 0, 8, 4]];
	if (code >= 0x2581 && code <= 0x2588) return [[0, 8 - (code - 0x2580), 8, 8]];
	if (code >= 0x2589 && code <= 0x258f) return [[0, 0, 8 - (code - 0x2588), 8]];
	if (code === 0x2590) return [[4, 0, 8, 8]];
	const quarters = '▖▗▘▙▚▛▜▝▞▟'.indexOf(character);
	if (quarters === -1) return undefined;
	const places = {1: [0, 0, 4, 4], 2: [4, 0, 8, 4], 3: [0, 4, 4, 8], 4: [4, 4, 8, 8]};
	return ['3', '4', '1', '134', '14', '123', '124', '2', '23', '234'][quarters].split('').map(place => places[place]);
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const short = number => String(Math.round(number * 100) / 100);

/** The cells of a line, with colours and weight. */
function cellsOf(line, columns, {foreground, background}) {
	const cells = [];
	for (let x = 0; x < columns; x++) {
		const one = line.getCell(x);
		if (one.getWidth() === 0) continue;
		const front = colour(one.isFgDefault(), one.isFgRGB(), one.getFgColor(), foreground);
		const back = colour(one.isBgDefault(), one.isBgRGB(), one.getBgColor(), background);
		const [fill, behind] = one.isInverse() ? [back, front] : [front, back];
		const style = `${one.isBold() ? 'b' : ''}${one.isDim() ? 'd' : ''}${one.isUnderline() ? 'u' : ''}`;
		cells.push({x, width: one.getWidth(), text: one.getChars() || ' ', fill, behind, style});
	}
	return cells;
}

/** Neighbours that look alike as one. */
function runsOf(cells, isAlike) {
	const runs = [];
	for (const one of cells) {
		const last = runs.at(-1);
		if (last && isAlike(last.at(-1), one)) last.push(one);
		else runs.push([one]);
	}
	return runs;
}

/** Rectangles of one colour as one path. */
class Shapes {
	#paths = new Map();
	add(fill, x, y, width, height) {
		const path = this.#paths.get(fill) ?? [];
		path.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`);
		this.#paths.set(fill, path);
	}
	svg() {
		return [...this.#paths]
			.map(([fill, path]) => `<path shape-rendering="crispEdges" fill="${fill}" d="${path.join('')}"/>`)
			.join('\n');
	}
}

/**
 * The screen of a terminal as SVG, with the title for those who do not see it.
 *
 * @param colours `foreground` and `background` of the terminal, as `#rrggbb`.
 */
export function svgOf(terminal, title, colours) {
	const {cols, rows} = terminal;
	const [width, height] = [cols * cell.width + 2 * margin, rows * cell.height + 2 * margin];
	const behind = new Shapes();
	const blocks = new Shapes();
	const texts = [];
	for (let row = 0; row < rows; row++) {
		const cells = cellsOf(terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row), cols, colours);
		const y = margin + row * cell.height;
		const xOf = ({x}) => margin + x * cell.width;
		for (const run of runsOf(cells, (one, next) => one.behind === next.behind)) {
			const wide = run.reduce((sum, one) => sum + one.width, 0) * cell.width;
			if (run[0].behind !== colours.background) behind.add(run[0].behind, xOf(run[0]), y, wide, cell.height);
		}
		for (const one of cells) {
			for (const [left, top, right, bottom] of blocksOf(one.text) ?? []) {
				const [across, down] = [cell.width / 8, cell.height / 8];
				blocks.add(one.fill, xOf(one) + left * across, y + top * down, (right - left) * across, (bottom - top) * down);
			}
		}
		const isText = one => one.text !== ' ' && !blocksOf(one.text);
		const isAlike = (one, next) =>
			one.fill === next.fill && one.style === next.style && one.width === next.width && isText(one) === isText(next);
		for (const run of runsOf(cells, isAlike)) {
			if (!isText(run[0])) continue;
			const wide = run.reduce((sum, one) => sum + one.width, 0) * cell.width;
			const {style, fill} = run[0];
			const looks = `${style.includes('b') ? ' font-weight="bold"' : ''}${style.includes('d') ? ' opacity=".6"' : ''}${style.includes('u') ? ' text-decoration="underline"' : ''}`;
			texts.push(
				`<text x="${short(xOf(run[0]))}" y="${short(y + cell.height * 0.74)}" fill="${fill}" textLength="${short(wide)}" lengthAdjust="spacingAndGlyphs"${looks}>${escaped(run.map(one => one.text).join(''))}</text>`,
			);
		}
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}" role="img" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace" font-size="${fontSize}">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" rx="8" fill="${colours.background}"/>
${behind.svg()}
${blocks.svg()}
${texts.join('\n')}
</svg>
`;
}
