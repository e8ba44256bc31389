import {cleanText} from '../../core/clean-text.ts';
import type {Closed} from '../../core/records/sidecars/sidecars-below.ts';
import {noPermission} from '../details.ts';
import type {closed as en} from '../en/closed.ts';
import {systems} from './error-words.ts';

const cannotBeOpened = ({reason, isFolder, isNotes}: Closed): string =>
	`无法打开（${systems[reason] ?? reason}），${isFolder ? '其中可能有结果' : isNotes ? '其中是一次工作的记录' : '可能是一个结果'}。`;

const openIt = ({reason}: Closed): string =>
	noPermission.has(reason) ? '请给自己读取权限，然后重新运行。' : '请在可以打开时重新运行。';

export const closed: typeof en = {
	leftOut: one => `${cleanText(one.path)}：已跳过，${cannotBeOpened(one)}${openIt(one)}`,
	stays: one => `${cleanText(one.path)}：未删除，${cannotBeOpened(one)}${openIt(one)}`,
};
