import type {exporting as en} from '../../en/screens/export.ts';
import {formatWords} from '../../export-formats.ts';
import {press} from '../press.ts';

/** 要导出的文件。 */
export const exporting: typeof en = {
	toExport: count => `将导出 ${count} 行`,
	format: '格式',
	formats: formatWords.zh,
	inFolder: '位于',
	file: '文件名',
	newName: '用新名字（-2）',
	replace: '替换',
	append: '追加',
	rows: '内容',
	rowKinds: {accepted: '已接受', edited: '已修改', unchecked: '未核对', rejected: '已剔除'},
	columns: '列',
	/** Sets of columns. */
	sets: {
		default: '全部',
		'tour-list': '旅游团名单',
		'visa-group': '团体签证',
		brief: '简表',
		original: '原技能',
	},
	/** Columns of a set that can be left out. */
	ofThese: '其中',
	columnKinds: {
		number: '号码',
		surname: '姓',
		given: '名',
		script: '本国文字姓名',
		sex: '性别',
		born: '出生、年龄',
		nationality: '国籍',
		issuer: '签发国',
		expiry: '有效期',
		printed: '签发、地点',
		mrz: '机读码',
		file: '文件',
		checks: '核对情况',
	},
	dates: '日期',
	dateKinds: {iso: '2026-11-22', slash: '22/11/2026', month: '22 NOV 2026'},
	style: '写法',
	/** What a style is about. */
	styleParts: {header: '表头', names: '姓名', countries: '国家', photos: '图片'},
	headerKinds: {en: '英文', zh: '中文', both: '中英文'},
	nameKinds: {mrz: '按机读码', printed: '按印刷', title: '首字母大写'},
	countryKinds: {code: '代码', name: '名称'},
	photoKinds: {with: '有', without: '无'},
	withPhotos: '含图片',
	columnsHint: '带标记的列按此顺序导出；右侧是第一行的内容。',
	columnsChosen: count => `${count} 列`,
	typedHead: '表头',
	typedName: '这组列的名字',
	exists: (size, time) => `已存在：${size}，${time}`,
	first: '前几行',
	none: '没有内容：还没有接受任何护照。',
	uncheckedWarning: '未核对的行尚未经人工查看。',
	hintFile: key => `输入文件名，${press(key('export.write'), '导出')}。`,
	writing: '正在导出',
};
