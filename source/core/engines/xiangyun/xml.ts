import type {RawCard} from './raw-card.ts';

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

const codePoint = (number: number): string =>
	number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd';

/** Text between tags or in an attribute. An entity of a document's own stays as it is: nothing is ever looked up. */
const decoded = (text: string): string =>
	text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
		if (hex) return codePoint(Number.parseInt(hex, 16));
		if (decimal) return codePoint(Number(decimal));
		return entities[name] ?? whole;
	});

const contentOf = (inside: string): string =>
	inside
		.split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
		.map(part => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decoded(part)))
		.join('');

const attribute = (tag: string, name: string): string | undefined => {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
	return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
};

/** Tags and CDATA sections, so that a `<` within a CDATA section is never taken for a tag. */
const token = /<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([A-Za-z][\w.-]*)((?:\s[^<>]*?)?)(\/?)>/g;

export type XmlAnswer = {
	readonly status: string | undefined;
	readonly value: string | undefined;
	readonly cards: readonly RawCard[];
};

/**
 * The one XML document that the service writes: `<data>` with `<message>` (status, value) and `<cardsinfo>` of
 * `<card type>` with `<item desc>`. Undefined when it is none, or cut off.
 */
export function parseXml(text: string): XmlAnswer | undefined {
	const message: {status?: string; value?: string} = {};
	const cards: {type: string | undefined; items: {desc: string; content: string}[]}[] = [];
	const open: {name: string; tag: string; from: number}[] = [];
	let whole = false;
	for (const found of text.matchAll(token)) {
		const [tag, closing, name, attributes = '', selfClosing] = found;
		if (!name) continue;
		if (!closing) {
			if (name === 'card') cards.push({type: attribute(attributes, 'type'), items: []});
			if (!selfClosing) open.push({name, tag: attributes, from: found.index + tag.length});
			continue;
		}
		const opened = open.pop();
		if (opened?.name !== name) return undefined;
		const inside = () => contentOf(text.slice(opened.from, found.index));
		if (name === 'status' || name === 'value') message[name] = inside();
		if (name === 'item') cards.at(-1)?.items.push({desc: attribute(opened.tag, 'desc') ?? '', content: inside()});
		if (name === 'data' && open.length === 0) whole = true;
	}
	return whole && open.length === 0 ? {status: message.status, value: message.value, cards} : undefined;
}
