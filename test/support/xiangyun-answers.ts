import {type InventedPassport, mrzOf} from './invented-passport.ts';

/** One field as the service sends it; without content where it leaves that out. */
export type Item = readonly [desc: string, content: string | null | undefined];

const sexes = {F: '女', M: '男', '<': ''} as const;

/** The forty items of a passport in the order of the service's engine. */
export function itemsOf(passport: InventedPassport): readonly Item[] {
	const {printed, nationalName} = passport;
	const [one, two] = mrzOf(passport);
	const name = `${passport.surname}  ${passport.given}`.trim();
	const visual = printed ? name.replace('  ', ',') : '';
	const sex = sexes[passport.sex];
	return [
		['护照类型', passport.type],
		['护照号码MRZ', passport.number],
		['本国姓名', nationalName ?? name],
		['英文姓名', name],
		['性别', sex],
		['出生日期', passport.birth],
		['有效期至', passport.expiry],
		['签发国代码', passport.issuer],
		['英文姓', passport.surname],
		['英文名', passport.given],
		['MRZ1', one],
		['MRZ2', two],
		['持证人国籍代码', passport.nationality],
		['护照号码', passport.number],
		['出生地点', printed?.birthPlace[0] ?? ''],
		['签发地点', printed?.issuePlace[0] ?? ''],
		['签发日期', printed?.issued ?? ''],
		['RFID MRZ', ''],
		['OCR MRZ', one + two],
		['出生地点拼音', printed?.birthPlace[1] ?? ''],
		['签发地点拼音', printed?.issuePlace[1] ?? ''],
		['身份证号码', ''],
		['本国姓名拼音OCR', visual],
		['性别OCR', printed ? sex : ''],
		['持证人国籍代码OCR', printed ? passport.nationality : ''],
		['身份证号码OCR', ''],
		['出生日期OCR', printed ? passport.birth : ''],
		['有效期至OCR', printed ? passport.expiry : ''],
		['签发机关OCR', printed?.authority ?? ''],
		['本国姓', ''],
		['本国名', ''],
		['身高', ''],
		['英文姓(VIZ)', printed ? passport.surname : ''],
		['英文名(VIZ)', printed ? passport.given : ''],
		['英文姓名(VIZ)', visual],
		['校对英文姓', passport.surname],
		['校对英文名', passport.given],
		['本国姓名(VIZ)', nationalName ?? ''],
		['国籍', printed?.nationality ?? ''],
		['监护人姓名', ''],
	];
}

/** The items with some of them changed, added at the end when they are new. */
export function changed(items: readonly Item[], changes: Readonly<Record<string, Item[1]>>): readonly Item[] {
	const known = new Set(items.map(([desc]) => desc));
	return [
		...items.map(([desc, content]): Item => [desc, desc in changes ? changes[desc] : content]),
		...Object.entries(changes).filter(([desc]) => !known.has(desc)),
	];
}

/** A portrait as the service appends it: base64 of what begins as a JPEG and is tens of kilobytes long. */
export const portrait: Item = [
	'头像',
	Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(24_000, 7)]).toString('base64'),
];

export const identityCard: readonly Item[] = [
	['保留', ''],
	['姓名', '唐美乔'],
	['性别', '女'],
	['民族', '汉'],
	['出生', '1994-05-27'],
	['住址', '云南省昆明市示例路1号'],
	['公民身份号码', '530102199405270007'],
	portrait,
];

/**
 * - `current`: `nID` and `index` null. `old` (2016 to 2018): without them, 32 items, `\/` for `/`.
 * - `private`: a private server: `data` around all, one `card` with `item`, a number as type, empty contents left out.
 */
export type Layout = 'current' | 'old' | 'private';

export type Answer = {
	readonly status: number | string;
	readonly value: string;
	/** One list of items a card; none is an empty `cardsinfo`. */
	readonly cards?: readonly {readonly type: string; readonly items: readonly Item[]}[];
};

const itemJson = ([desc, content]: Item) => ({desc, ...(content === undefined ? {} : {content})});

/** The answer as compact JSON. */
export function answerJson({status, value, cards = []}: Answer, layout: Layout = 'current'): string {
	const message = {status, value};
	switch (layout) {
		case 'current': {
			const full = (item: Item) => ({nID: null, index: null, ...itemJson(item)});
			return JSON.stringify({message, cardsinfo: cards.map(({type, items}) => ({type, items: items.map(full)}))});
		}
		case 'old': {
			const cardsinfo = cards.map(({type, items}) => ({type, items: items.slice(0, 32).map(itemJson)}));
			return JSON.stringify({message, cardsinfo}).replaceAll('/', '\\/');
		}
		case 'private': {
			const bare = (item: Item) => itemJson([item[0], item[1] || undefined]);
			const [card] = cards;
			const cardsinfo = card ? {card: {type: Number(card.type), item: card.items.map(bare)}} : {};
			return JSON.stringify({data: {message, cardsinfo}});
		}
	}
}

/** The answer as XML: what the service sends whenever `format` is not `json`. */
export function answerXml({status, value, cards = []}: Answer): string {
	const item = ([desc, content]: Item) => `<item desc="${desc}"><![CDATA[${content ?? ''}]]></item>`;
	const card = ({type, items}: NonNullable<Answer['cards']>[number]) =>
		`<card type="${type}">${items.map(item).join('')}</card>`;
	return (
		`<?xml version='1.0' encoding='UTF-8'?><data><message><status>${status}</status><value>${value}</value></message>` +
		`<cardsinfo>${cards.map(card).join('')}</cardsinfo></data>`
	);
}

export const success = (items: readonly Item[], type = '13'): Answer => ({
	status: Number(type),
	value: '识别成功',
	cards: [{type, items}],
});

export type Refusal = 'authentication' | 'quota' | 'balance' | 'parameters' | 'image' | 'unreadable' | 'busy';

/**
 * How the service numbers its refusals is not known for certain: `seed` is the list that the original skill has, `table`
 * that of a sibling service, `text` has one number for all and names them by words only.
 */
export type Vocabulary = 'seed' | 'table' | 'text';

const vocabularies: Readonly<Record<Vocabulary, Readonly<Record<Refusal, readonly [number, string]>>>> = {
	seed: {
		authentication: [-4, 'key或secret不正确'],
		quota: [-3, '服务次数不足'],
		balance: [-5, '余额不足'],
		parameters: [-2, '参数错误'],
		image: [-1, '识别失败!ReconClientL:-2'],
		unreadable: [-1, '识别失败!ReconClientX:imageReconx is null'],
		busy: [-99, '系统繁忙，请稍后再试'],
	},
	table: {
		authentication: [20001, 'Key/Secret错误'],
		quota: [10003, '额度不足'],
		balance: [10002, '账户欠费'],
		parameters: [10001, '缺少必要参数'],
		image: [10002, '未检测到可识别证件'],
		unreadable: [10004, '识别失败'],
		busy: [20003, '服务超时'],
	},
	text: {
		authentication: [-2, '用户key不存在'],
		quota: [-2, '今日配额已用完'],
		balance: [-2, '请充值'],
		parameters: [-2, '缺少必要参数'],
		image: [-2, '图像被拒识'],
		unreadable: [-2, '识别失败'],
		busy: [-2, '请稍后重试'],
	},
};

export function refusal(kind: Refusal, vocabulary: Vocabulary = 'seed'): Answer {
	const [status, value] = vocabularies[vocabulary][kind];
	return {status, value};
}

/** The three numbers of the original skill's list without a text that would say anything. */
export const seedNumber = (status: -1 | -2 | -3 | -4 | -5): Answer => ({status, value: ''});
