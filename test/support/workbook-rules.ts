import JSZip from 'jszip';

/** A tag of XML with its attributes. */
type Tag = {readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly text: string};

/** Elements of a sheet in the order in which Excel takes them (ECMA-376 part 1, 18.3.1.99), as far as they are used. */
const orderOfSheet = [
	'sheetPr',
	'dimension',
	'sheetViews',
	'sheetFormatPr',
	'cols',
	'sheetData',
	'sheetProtection',
	'autoFilter',
	'mergeCells',
	'conditionalFormatting',
	'dataValidations',
	'hyperlinks',
	'pageMargins',
	'pageSetup',
	'headerFooter',
	'rowBreaks',
	'drawing',
	'legacyDrawing',
];

const placeOf = (letters: string): number =>
	[...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0);

/** Rows and columns of a range such as `A2:C9`; undefined for one that Excel does not take. */
function rangeOf(text: string) {
	const [, left, top, right = left, bottom = top] = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(text) ?? [];
	if (!left || !top) return undefined;
	const range = {left: placeOf(left), top: Number(top), right: placeOf(right!), bottom: Number(bottom)};
	const isIn = range.right <= 16_384 && range.bottom <= 1_048_576 && range.top >= 1;
	return isIn && range.left <= range.right && range.top <= range.bottom ? range : undefined;
}

/** What Excel would refuse in a workbook, or repair after a warning; empty when it opens. */
export async function refusedByExcel(bytes: Uint8Array): Promise<readonly string[]> {
	const zip = await JSZip.loadAsync(bytes);
	const wrong: string[] = [];
	const names = Object.keys(zip.files).filter(name => !zip.files[name]!.dir);
	const parts = new Map<string, string>();
	for (const name of names) if (!/\.jpe?g$/.test(name)) parts.set(name, await zip.file(name)!.async('string'));
	const tags = new Map([...parts].map(([name, xml]) => [name, tagsOf(name, xml, wrong)]));
	const all = (name: string, tag: string): readonly Tag[] => (tags.get(name) ?? []).filter(one => one.name === tag);

	// Every part has a kind, and every kind a part.
	const types = '[Content_Types].xml';
	const extensions = new Set(all(types, 'Default').map(({attributes}) => attributes.Extension));
	const overrides = all(types, 'Override').map(({attributes}) => attributes.PartName!.slice(1));
	if (new Set(overrides).size < overrides.length) wrong.push('a part has two kinds');
	for (const name of overrides) if (!names.includes(name)) wrong.push(`${name} has a kind, but is not there`);
	for (const name of names)
		if (
			name !== types &&
			!overrides.includes(name) &&
			(name.endsWith('.xml') || !extensions.has(name.split('.').at(-1)!))
		)
			wrong.push(`${name} has no kind`);

	// Every relation leads to a part, and every reference to a relation.
	for (const name of names.filter(one => one.endsWith('.rels'))) {
		const base = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
		const relations = all(name, 'Relationship').map(({attributes}) => attributes);
		const ids = relations.map(({Id}) => Id!);
		if (new Set(ids).size < ids.length) wrong.push(`${name} has an id twice`);
		for (const {Target = ''} of relations) {
			const path = new URL(Target, `http://x/${base}`).pathname.slice(1);
			if (!names.includes(path)) wrong.push(`${name} leads to ${path}, which is not there`);
		}
		const used = (tags.get(base) ?? []).flatMap(({attributes}) => [attributes['r:id'], attributes['r:embed']]);
		for (const id of used)
			if (id !== undefined && !ids.includes(id)) wrong.push(`${base} uses ${id}, which has no relation`);
	}

	// Names of sheets.
	const sheets = all('xl/workbook.xml', 'sheet').map(({attributes}) => attributes.name!);
	for (const name of sheets)
		if (name === '' || [...name].length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || /^history$/i.test(name))
			wrong.push(`a sheet is called ${name}`);
	if (new Set(sheets.map(name => name.toLowerCase())).size < sheets.length) wrong.push('two sheets have one name');

	const styles = all('xl/styles.xml', 'xf').length;
	const formats = all('xl/styles.xml', 'dxf').length;
	for (const name of names.filter(one => /^xl\/worksheets\/[^/]+\.xml$/.test(one)))
		wrong.push(...wrongInSheet(name, tags.get(name)!, parts.get(name)!, {styles, formats}));
	for (const name of names.filter(one => /^xl\/drawings\/[^/]+\.xml$/.test(one))) {
		const ids = all(name, 'xdr:cNvPr').map(({attributes}) => attributes.id);
		if (new Set(ids).size < ids.length) wrong.push(`${name} has a picture id twice`);
		for (const {attributes} of all(name, 'xdr:ext'))
			if (!(Number(attributes.cx) > 0 && Number(attributes.cy) > 0)) wrong.push(`${name} has a picture without a size`);
	}
	return wrong;
}

type Counts = {readonly styles: number; readonly formats: number};

function wrongInSheet(name: string, tags: readonly Tag[], xml: string, {styles, formats}: Counts): readonly string[] {
	const wrong: string[] = [];
	const places = tags.map(tag => orderOfSheet.indexOf(tag.name)).filter(place => place >= 0);
	if (places.some((place, at) => at > 0 && place < places[at - 1]!)) wrong.push(`${name}: elements are out of order`);
	let row = 0;
	let column = 0;
	let last = 0;
	for (const {name: tag, attributes, text} of tags) {
		if (tag === 'row') {
			if (!(Number(attributes.r) > row)) wrong.push(`${name}: row ${attributes.r} after ${row}`);
			row = Number(attributes.r);
			column = 0;
		} else if (tag === 'c') {
			const at = rangeOf(attributes.r!);
			if (!at || at.top !== row || at.left <= column) wrong.push(`${name}: cell ${attributes.r} in row ${row}`);
			column = at?.left ?? column;
			last = Math.max(last, column);
			if (Number(attributes.s ?? 0) >= styles) wrong.push(`${name}: cell ${attributes.r} has no style ${attributes.s}`);
		} else if (tag === 't' && text.length > 32_767) wrong.push(`${name}: a text of ${text.length} characters`);
		else if (tag === 'col' && !(Number(attributes.width) <= 255 && Number(attributes.min) <= Number(attributes.max)))
			wrong.push(`${name}: a column of ${attributes.width}`);
		else if (tag === 'autoFilter' || tag === 'conditionalFormatting') {
			const range = rangeOf(attributes.ref ?? attributes.sqref ?? '');
			if (!range || range.bottom > Math.max(row, 2) || range.right > last)
				wrong.push(`${name}: ${tag} of ${attributes.ref ?? attributes.sqref}`);
		} else if (tag === 'cfRule') {
			if (attributes.dxfId !== undefined && Number(attributes.dxfId) >= formats)
				wrong.push(`${name}: no format ${attributes.dxfId}`);
			if (!(Number(attributes.priority) >= 1)) wrong.push(`${name}: a rule without a priority`);
		} else if (tag === 'formula') {
			if (text.startsWith('=') || text.length > 8192) wrong.push(`${name}: formula ${text.slice(0, 40)}`);
			for (const [literal] of text.matchAll(/"(?:[^"]|"")*"/g))
				if (literal.length - 2 > 255) wrong.push(`${name}: a text of ${literal.length} characters in a formula`);
		}
	}
	if (/<f[ >]/.test(xml)) wrong.push(`${name} has a formula in a cell`);
	return wrong;
}

const decoded = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');

/** The tags of a part in their order; what is no XML is added to `wrong`. */
function tagsOf(name: string, xml: string, wrong: string[]): readonly Tag[] {
	const tags: Tag[] = [];
	const open: string[] = [];
	if (
		/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml) ||
		/\p{Cs}/u.test(xml)
	)
		wrong.push(`${name} has characters that XML does not have`);
	for (const match of xml.matchAll(/<(\/)?([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/)?>([^<]*)/g)) {
		const [, closes, tag = '', attributes = '', isEmpty, text = ''] = match;
		if (closes) {
			if (open.pop() !== tag) wrong.push(`${name}: </${tag}> closes nothing`);
			continue;
		}
		if (!isEmpty) open.push(tag);
		const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(
			([, key, value]) => [key!, decoded(value!)] as const,
		);
		if (new Set(pairs.map(([key]) => key)).size < pairs.length) wrong.push(`${name}: <${tag}> has an attribute twice`);
		tags.push({name: tag, attributes: Object.fromEntries(pairs), text: decoded(isEmpty ? '' : text)});
	}
	if (open.length > 0) wrong.push(`${name}: ${open.join(' ')} stays open`);
	const left = xml.replace(/<\?xml[^>]*\?>/, '').replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '');
	if (left.includes('<')) wrong.push(`${name} has a < that begins no tag`);
	return tags;
}
