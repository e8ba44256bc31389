import type {settings as english} from '../../en/screens/settings.ts';

export const settings: typeof english = {
	hint: '选择一行即可更改，立即保存。',
	language: '语言',
	languageNow: '中文',
	theme: '配色',
	themes: {
		auto: '跟随终端背景',
		light: '浅色背景',
		dark: '深色背景',
		contrast: '高对比度',
		own: '自定义',
	},
	mouse: '鼠标',
	keep: '保存的结果',
	keepAll: '保留，直到您删除',
	kept: '结束时，删除超过此期限且图片已不存在的结果。',
	on: '开',
	off: '关',
	selection: '用鼠标选择文字时请按住 Shift（macOS 上按住 Option）。',
	unknownBackground: '此终端未报告背景颜色：请选择浅色或深色以显示颜色。',
	file: path => `保存在 ${path}`,
};
