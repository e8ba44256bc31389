import type {writing as en} from '../en/writing.ts';

/** 导出表格之前要问的话。 */
export const writing: typeof en = {
	rest: counts => `${counts}。导出哪些？`,
	again: file => `替换之前导出的 ${file} 吗？`,
	all: count => (count === 1 ? '导出这一本' : `全部导出 ${count} 本`),
	chosen: count => `只导出已接受的 ${count} 本`,
	columns: (missing, style) =>
		`沿用上次的设置，表格不含：${missing}。${style === '' ? '' : `另外：${style}。`}就这样导出吗？`,
	columnsShort: (missing, style) => `不含：${missing}。${style === '' ? '' : `另外：${style}。`}就这样导出吗？`,
	missing: (names, more) => (more === 0 ? names : names === '' ? `${more} 组列` : `${names} 等，另有 ${more} 组`),
	columnsOf: set => `列：${set}`,
	datesAs: example => `日期写作 ${example}`,
	style: style => `格式：${style}。`,
	without: columns => `不含：${columns}。`,
	exported: p =>
		[
			`已导出 ${p.rows} 行${p.unfit === '' ? '' : `（${p.unfit}）`}${p.file === '' ? '' : `：${p.file}`}${p.written === '' ? '' : `（${p.written}）`}${p.left === '' ? '' : `；未导出：${p.left}`}`,
			p.unusual.replace(/。$/, ''),
			p.folder === '' ? '' : `位于 ${p.folder}`,
		]
			.filter(part => part !== '')
			.join('；'),
	plainRest: (counts, all, chosen, answer) =>
		`${counts}。直接回车：全部导出 ${all} 本。${chosen > 0 ? `${answer('chosen')}：只导出已接受的 ${chosen} 本。` : ''}${answer('no')}：不导出。`,
	plainWritten: (written, left) => `表格中：${written}。${left === '' ? '' : `未导出：${left}。`}`,
};
