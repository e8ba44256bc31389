import type {done as en} from '../../en/screens/done.ts';
import {fewNames} from '../../format.ts';

/** 导出之后。 */
export const done: typeof en = {
	appended: (rows, path) => `已追加 ${rows} 行到 ${path}`,
	listed: count => `其中已有 ${count} 本护照`,
	written: (rows, path) => `已导出 ${rows} 行：${path}`,
	ofThese: unfit => `表格中：${unfit}`,
	leftOut: said => `${said}，未导出`,
	notRead: (said, sheet) => `${said}，不在列表中${sheet ? '，见“未识别”工作表' : ''}`,
	refused: (name, why) => `${name} 没有导出：${why}`,
	moreRefused: count => `另有 ${count} 本护照没有导出`,
	changed: names => `${names.length} 张图片在识别之后已更改，不算已验证，请重新识别：${fewNames(names, '、')}`,
	script: rejected => (rejected ? '用命令导出文件夹中的全部护照' : '用命令导出文件夹中除已剔除以外的全部护照'),
	next: '接下来做什么？',
	openFile: '打开文件',
	copyPath: '复制文件路径',
	back: '回到核对',
	again: '换一种方式导出',
	more: '识别更多图片',
	quit: '退出',
	kept: command => `已全部保存，用 ${command} --resume 接着做。`,
};
