// zod/mini: the whole of zod costs a tenth of a second at every start.
import * as z from 'zod/mini';
import type {RawCard, RawItem} from './raw-card.ts';
import {parseXml} from './xml.ts';

/** An answer in one shape, whichever of its shapes the service chose. */
export type Answer = {
	readonly status: number | undefined;
	/** The service's own words; empty when there are none. */
	readonly message: string;
	readonly cards: readonly RawCard[];
};

/** What came where an answer was expected. */
export type NoAnswer = {readonly reason: 'empty' | 'cut' | 'html' | 'not-json' | 'unknown-shape'};

const text = z.union([z.string(), z.number(), z.boolean()]);
const maybe = <Type extends z.ZodMiniType>(type: Type) => z.catch(z.optional(z.nullable(type)), undefined);
const oneOrMany = <Type extends z.ZodMiniType>(type: Type) => z.union([z.array(type), type]);

/** `desc` and `content`, or, with one integrator, `name` and `value`. */
const item = z.catch(z.object({desc: maybe(text), content: maybe(text), name: maybe(text), value: maybe(text)}), {});
const items = maybe(oneOrMany(item));

/** `items` in the cloud, `item` on a private server, `cards` with one integrator. */
const card = z.catch(z.object({type: maybe(text), items, item: items, cards: items}), {});

const envelope = z.object({
	message: maybe(z.object({status: maybe(text), value: maybe(text)})),
	/** A list in the cloud; on a private server an object around one card or several. */
	cardsinfo: maybe(z.union([z.array(card), z.object({card: maybe(z.union([z.array(card), card]))})])),
	/** An older shape: values by our own keys. */
	inferredValue: maybe(z.record(z.string(), z.unknown())),
});

type Envelope = z.infer<typeof envelope>;
const list = <Type>(value: readonly Type[] | Type | null | undefined): readonly Type[] =>
	value === null || value === undefined ? [] : Array.isArray(value) ? value : [value as Type];

const words = (value: string | number | boolean | null | undefined): string => (value ?? '').toString();

const rawItem = ({desc, content, name, value}: z.infer<typeof item>): RawItem => ({
	desc: words(desc ?? name),
	content: words(content ?? value),
});

function cardsOf({cardsinfo, inferredValue}: Envelope): readonly RawCard[] {
	const cards = Array.isArray(cardsinfo) ? cardsinfo : list(cardsinfo?.card);
	if (cards.length === 0 && inferredValue) {
		const inferred = Object.entries(inferredValue).map(([desc, content]) => ({
			desc,
			content: typeof content === 'string' ? content : '',
		}));
		return [{type: undefined, items: inferred}];
	}
	return cards.map(one => ({
		type: one.type === null || one.type === undefined ? undefined : words(one.type),
		items: list(one.items ?? one.item ?? one.cards).map(rawItem),
	}));
}

/** A whole number, also when it comes as text. */
function statusOf(status: string | number | boolean | null | undefined): number | undefined {
	const number = typeof status === 'string' && /^\s*[+-]?\d+\s*$/.test(status) ? Number(status) : status;
	return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

function fromJson(json: unknown): Answer | undefined {
	// A private server puts all of it into `data`.
	const outer = z.object({data: maybe(z.looseObject({}))}).safeParse(json);
	const wrapped = outer.success && outer.data.data ? outer.data.data : json;
	const parsed = envelope.safeParse(wrapped);
	if (!parsed.success) return undefined;
	const {message, cardsinfo, inferredValue} = parsed.data;
	if (!message && cardsinfo === undefined && !inferredValue) return undefined;
	return {status: statusOf(message?.status), message: words(message?.value), cards: cardsOf(parsed.data)};
}

function tryJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** Reads the body of an answer. Never throws. */
export function parseAnswer(body: string): Answer | NoAnswer {
	const bare = body.replace(/^\ufeff/, '').trim();
	if (bare === '') return {reason: 'empty'};
	if (bare.startsWith('<')) {
		if (/^<(!doctype html|html|head|body)/i.test(bare)) return {reason: 'html'};
		const xml = parseXml(bare);
		return xml ? {status: statusOf(xml.status), message: xml.value ?? '', cards: xml.cards} : {reason: 'cut'};
	}
	let json = tryJson(bare);
	if (json === undefined) return {reason: /^[{[]/.test(bare) ? 'cut' : 'not-json'};
	// JSON within a JSON text, with a mark at its end: a private server behind SOAP.
	if (typeof json === 'string') json = tryJson(json.replace(/==@@$/, ''));
	return fromJson(json) ?? {reason: 'unknown-shape'};
}

/** An answer with every text in it changed. */
export const withTexts = ({status, message, cards}: Answer, change: (text: string) => string): Answer => ({
	status,
	message: change(message),
	cards: cards.map(({type, items}) => ({
		type: type === undefined ? type : change(type),
		items: items.map(({desc, content}) => ({desc: change(desc), content: change(content)})),
	})),
});
