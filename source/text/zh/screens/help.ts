import type {help as en} from '../../en/screens/help.ts';

/** 帮助（各个按键的说明在 actions.ts）。 */
export const help: typeof en = {
	keysOn: screen => `「${screen}」页面的按键`,
	groups: {
		field: '当前字段',
		passport: '整本护照',
		move: '移动',
		edit: '修改时',
		export: '导出',
		choose: '选择',
		reading: '识别',
		text: '输入时',
		always: '随时可用',
	},
	marks: '标记',
	mark: {
		good: '已验证或已接受',
		look: '待核对',
		bad: '有误或失败',
		edited: '人工修改过',
		open: '尚未识别',
		skipped: '已剔除或移出',
		expired: '已过期或不符合行程',
	},
	all: '全部操作',
	hint: '输入文字可查找。移到灰色键上可看原因。',
	none: '这个页面没有这样的按键。',
};
