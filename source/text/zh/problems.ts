import {cleanText} from '../../core/clean-text.ts';
import {isOfService} from '../details.ts';
import type {problems as en} from '../en/problems.ts';

const words: Readonly<Record<string, string>> = {
	FILE_NOT_FOUND: '文件不存在',
	NOT_READABLE: '无法读取',
	NOT_A_FILE: '不是文件',
	NOT_AN_IMAGE: '不是图片',
	DAMAGED_IMAGE: '图片不完整或已损坏',
	UNSUPPORTED_IMAGE: '不支持的图片格式',
	TOO_LARGE: '图片太大',
	TOO_SMALL: '图片太小，无法识别',
	NO_PASSPORT_FOUND: '没有找到护照',
	BLANK_PAGE: '空白页',
	OTHER_DOCUMENT: '是其他证件',
	CANCELLED: '已停止',
	NETWORK: '无法连接服务',
	TIMEOUT: '服务没有回应',
	BAD_RESPONSE: '服务的回答无法理解',
	SERVICE: '服务拒绝识别',
	SERVICE_BROKEN: '服务持续出错，未发送',
	CONFIG_MISSING: '没有账号',
	KEYCHAIN: '钥匙串无法读取',
	NOT_DOWNLOADED: '无法下载',
	CREDENTIALS_REFUSED: 'Key 或 Secret 无效',
	QUOTA_USED_UP: '服务次数已用完',
	BALANCE_USED_UP: '余额不足',
	SERVICE_BUSY: '服务繁忙',
	CALL_LIMIT: '达到调用上限',
	INTERNAL: '程序出错，请反馈',
};

/** 用几个字说明图片为什么没有识别出来；列表下方有完整说明。 */
export const problems: typeof en = code =>
	words[code] ?? (isOfService(code) ? `服务拒绝识别（${code}）` : cleanText(code));
