import {cleanText} from '../../clean-text.ts';
import {AppError, type ErrorCode, type ErrorDetails} from '../../errors.ts';
import type {Answer} from './answer.ts';

/** What a refusal is about. */
type Cause = {readonly code: ErrorCode; readonly reason?: string};

const authentication: Cause = {code: 'CREDENTIALS_REFUSED'};
const quota: Cause = {code: 'QUOTA_USED_UP'};
const balance: Cause = {code: 'BALANCE_USED_UP'};
const parameters: Cause = {code: 'SERVICE', reason: 'parameters'};
const product: Cause = {code: 'SERVICE', reason: 'product'};
const busy: Cause = {code: 'SERVICE_BUSY'};
const unreadable: Cause = {code: 'DAMAGED_IMAGE'};
const nothing: Cause = {code: 'NO_PASSPORT_FOUND'};

/**
 * Words of the service. They come before its numbers, because its sibling services number the same refusals in three
 * ways. The order counts: "请充值后重试" after "次数不足" is about the quota.
 */
const byWords: readonly (readonly [RegExp, Cause])[] = [
	[/\bkey\b|secret|密钥|认证|鉴权|签名|用户不存在|unauthori[sz]ed|signature|\btoken\b/i, authentication],
	[/次数|额度|配额|quota/i, quota],
	[/余额|欠费|充值|balance/i, balance],
	[/产品类型/, product],
	[/imageReconx/i, unreadable],
	[/识别失败|未检测|拒识|ReconClient/i, nothing],
	[/参数|缺少|parameter/i, parameters],
	[/繁忙|超时|稍后|\bbusy\b|time.?out/i, busy],
];

/** The original skill's list: the last word, where the service itself says nothing. */
const byNumber: ReadonlyMap<number, Cause> = new Map([
	[-1, nothing],
	[-2, parameters],
	[-3, quota],
	[-4, authentication],
	[-5, balance],
	[-6, nothing],
	[-8, product],
]);

/** Longer words of a service are a page, not a sentence. */
const longestMessage = 300;

/** Its own number and words, which every error about an answer keeps. */
export const saidBy = ({status, message}: Answer): ErrorDetails => ({
	...(status === undefined ? {} : {status: String(status)}),
	...(message.trim() === '' ? {} : {message: cleanText(message.trim()).slice(0, longestMessage)}),
});

/** What an answer without a passport is: decided by its words, then by its number. */
export function refusalOf(answer: Answer): AppError {
	const {status, message} = answer;
	const said = saidBy(answer);
	if (status === undefined && message.trim() === '')
		return new AppError('BAD_RESPONSE', {reason: 'no-card', sent: 'perhaps'});
	const cause = byWords.find(([words]) => words.test(message))?.[1] ?? byNumber.get(status ?? Number.NaN);
	if (cause) return new AppError(cause.code, {...said, ...(cause.reason ? {reason: cause.reason} : {})});
	// It says that all went well, and sends nothing: the number is no error's.
	const {status: _, ...words} = said;
	if (status !== undefined && status >= 0 && /成功|完成|^$/.test(message.trim())) {
		return new AppError('NO_PASSPORT_FOUND', words);
	}
	return new AppError('SERVICE', said);
}
