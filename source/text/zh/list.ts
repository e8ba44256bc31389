import type {list as english} from '../en/list.ts';
import {press} from './press.ts';

const more = (count: number): string => (count > 0 ? ` 等 ${count + 1} 张` : '');

export const list: typeof english = {
	of: (shown, all) => (shown === all ? `共 ${all} 张` : `${shown} / ${all} 张`),
	heads: {name: '姓名', number: '护照号码', country: '国籍', expiry: '有效期至', note: '说明', file: '文件'},
	sort: {
		file: '选择时的顺序',
		name: '按姓名',
		state: '待核对的在前',
		expiry: '按有效期',
		family: '家庭在前',
	},
	show: {
		look: '待核对',
		open: '未决定',
		accepted: '已接受',
		leftOut: '已剔除、已移出',
		failed: '失败',
		unfit: '有效期问题',
	},
	states: {
		check: '待核对',
		clean: '已验证',
		skipped: '稍后再看',
		accepted: '已接受',
		edited: '人工修改过',
		rejected: '已剔除',
		failed: '失败',
		waiting: '尚未识别',
		leftOut: '已移出',
	},
	none: '没有匹配的图片。',
	empty: '还没有图片。',
	told: (file, said) => `${file}：${said}`,
	hint: key => `${press(key('batch.open'), '打开护照')}，${press(key('batch.filter'), '查找姓名、号码或文件')}。`,
	hintFailed: key => `${press(key('batch.open'), '查看怎么办')}。`,
	hintType: key => `${press(key('batch.open'), '打开，手工录入')}。`,
	hintFilter: key =>
		`输入姓名、号码或文件名的一部分。${press(key('batch.keep'), '保留')}，${press(key('batch.drop'), '取消')}。`,
	family: (surname, count) => `可能是一家人：${surname}，${count} 人`,
	same: {
		conflict: file => `不符：${file}`,
		samePicture: file => `= ${file}`,
		samePassport: file => `= ${file}`,
		samePerson: file => `另：${file}`,
	},
	conflict: (one, file, others, fields) =>
		`与 ${file}${more(others)} ${one === 'number' ? '护照号码相同' : '是同一张图片'}，但${fields}不同。`,
	compare: reject => `请核对；${press(reject, '剔除其中一张')}。`,
	kin: {
		samePicture: (file, others, reject) => `与 ${file}${more(others)} 是同一张图片。${press(reject, '不导出这一张')}。`,
		samePassport: (file, others, reject) =>
			`与 ${file}${more(others)} 是同一本护照。${press(reject, '不导出这一张')}。`,
		samePerson: (file, others, reject) =>
			`同一人还有另一本护照：${file}${more(others)}。两本都会导出，${press(reject, '可剔除其一')}。`,
	},
	once: {
		question: (first, left, rows, differing) =>
			`${differing === 0 ? '' : `有 ${differing} 行应为同一本护照但内容不同。`}${first}${left > 1 ? more(left - 1) : ' '}是重复的护照。每本只导出一行（共 ${rows} 行）？`,
		ownRows: '内容不同的各占一行。',
		conflict: (differing, rows) => `有 ${differing} 行应为同一本护照但内容不同。全部导出 ${rows} 行？`,
		plainQuestion: (names, _left, rows, answer) =>
			`${names} 是重复的护照。直接回车：每本只导出一行（共 ${rows} 行）。${answer('both')}：全部导出。`,
		repeated: count => `重复护照的图片 ${count} 张`,
	},
	resume: {
		goOn: (pictures, place, when) =>
			pictures === 0 ? `继续上次尚未识别的图片：${place}，${when}` : `继续上次的 ${pictures} 张图片：${place}，${when}`,
		today: time => `今天 ${time}`,
		back: ({read, unread, toRead}, place) => {
			const others = [
				...(unread > 0 ? [`${unread} 张图片未能识别`] : []),
				...(toRead > 0 ? [`${toRead} 张待识别`] : []),
			];
			const counts = others.length > 0 ? [`已识别 ${read} 本护照`, ...others].join('，') : `共 ${read} 本护照`;
			return `已回到上次离开的地方，${counts}：${place}。`;
		},
		missing: count => `有 ${count} 个结果已不在了。`,
		replaced: (count, names) => `有 ${count} 张图片已被替换，须重新核对：${names}。`,
		gone: (count, names) => `有 ${count} 张图片已不在了：${names}。`,
		none: '没有可以继续的批次。',
		broken: '上次的记录无法读取，未采用。图片旁边的核对结果不受影响。',
		uploadRest: (where, count) =>
			count === undefined
				? `正在统计要发送到 ${where} 的图片`
				: `把其余 ${count} 张未识别的图片发送到 ${where}？可能按张收费。`,
		how: command => `继续：${command}`,
	},
};
