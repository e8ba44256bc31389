import type {app as en} from '../en/app.ts';
import {actions} from './actions.ts';
import {seconds} from './counting.ts';
import {fields} from './fields.ts';
import {notices} from './notices.ts';
import {off} from './off.ts';
import {press} from './press.ts';
import {problems} from './problems.ts';
import {question} from './questions.ts';
import {credentials} from './screens/credentials.ts';
import {details} from './screens/details.ts';
import {done} from './screens/done.ts';
import {engine} from './screens/engine.ts';
import {exporting} from './screens/export.ts';
import {help} from './screens/help.ts';
import {picker} from './screens/picker.ts';
import {reading} from './screens/reading.ts';
import {review, viewing} from './screens/review.ts';
import {settings} from './screens/settings.ts';
import {welcome} from './screens/welcome.ts';
import {writing} from './writing.ts';

/** 引导界面的全部文字。 */
export const app: typeof en = {
	product: 'passport-ocr',
	keyNames: {enter: '回车', space: '空格'},
	languageShort: '中文',
	tooSmall: (columns, rows, key) => [
		`请放大窗口（至少 ${columns}x${rows}）。${press(key('welcome.quit'), '退出')}。`,
		`至少 ${columns}x${rows}。${press(key('welcome.quit'), '退出')}。`,
		`${press(key('welcome.quit'), '退出')}。`,
	],
	seconds,
	notSaved: '结果只保留到退出为止：请先导出。',
	oneUnsaved: '有一条结果未能保存。',
	heldElsewhere: '已改为保存在本机，再次打开这些图片时会恢复。',
	unsavedCount: count => `${count} 项未保存`,
	stoppedEarly: '已停止。',
	stoppedUnsaved: (count, {decided, held}, command) =>
		[
			`已停止，${count} 个结果未能保存在图片旁。`,
			...(decided > 0 ? [`其中 ${decided} 个的输入或核对已丢失。`] : []),
			...(held > 0 ? [`其中 ${held} 个的输入或核对已保存。继续：${command} --resume`] : []),
		].join(''),
	stopped: command => `已停止，识别和核对的结果已保存。继续：${command} --resume`,
	failed: logFile =>
		`passport-ocr-tui 出错了。识别和核对的结果保存在图片旁边。${logFile === undefined ? '' : `详情：${logFile}`}`,

	titles: {
		welcome: '护照图片转表格',
		engine: '识别方式',
		credentials: '翔云账号',
		picker: '选择图片',
		reading: '识别',
		review: '核对',
		list: '全部图片',
		export: '导出',
		columns: '表格的列',
		form: '表单',
		done: '已导出',
		details: '图片详情',
		settings: '设置',
		help: '帮助',
	},

	wizard: {language: '语言', engine: '识别方式', credentials: '账号（云端）', pictures: '选择图片'},

	welcome,
	settings,
	details,
	engine,
	credentials,
	picker,
	fields,
	problems,
	reading,
	review,
	viewing,
	export: exporting,
	done,
	question,
	writing,
	help,
	actions,
	off,
	notices,
};
