import {cleanText} from '../../core/clean-text.ts';
import type {Closed} from '../../core/records/sidecars/sidecars-below.ts';
import {noPermission} from '../details.ts';
import type {closed as en} from '../en/closed.ts';
import {systems} from './error-words.ts';

const whatItIs = ({isFolder, isNotes}: Closed): string =>
	isFolder ? '其中可能有结果' : isNotes ? '其中是一次工作的记录' : '可能是一个结果';

const deleteIt = '如不再需要，请自行删除该文件';

/** Of what can be opened and still not be read: why, and what to do. */
const unread: Readonly<Record<string, readonly [string, string]>> = {
	DAMAGED: ['文件已损坏，无法确定是谁的数据', `请用文本编辑器打开，查看是谁的数据；${deleteIt}。`],
	TOO_LARGE: ['文件超过 256 MB，无法确定是谁的数据', `请用文本编辑器打开，查看是谁的数据；${deleteIt}。`],
	OTHER_VERSION: ['由本程序的其他版本写入，无法确定是谁的数据', `请用该版本运行此命令；${deleteIt}。`],
};

const why = (one: Closed): string => {
	const {reason} = one;
	return `${unread[reason]?.[0] ?? `无法打开（${systems[reason] ?? reason}）`}，${whatItIs(one)}。`;
};

const whatToDo = ({reason, isNotes}: Closed): string => {
	const known = unread[reason];
	if (known) return known[1];
	const open = noPermission.has(reason) ? '请给自己读取权限，然后重新运行' : '请在可以打开时重新运行';
	return isNotes ? `${open}；${deleteIt}。` : `${open}。`;
};

export const closed: typeof en = {
	leftOut: one => `${cleanText(one.path)}：已跳过，${why(one)}${whatToDo(one)}`,
	stays: one => `${cleanText(one.path)}：未删除，${why(one)}${whatToDo(one)}`,
};
