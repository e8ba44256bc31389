import type {writing as en} from '../en/writing.ts';

/** 导出表格之前要问的话。 */
export const writing: typeof en = {
	rest: told => `${told}。导出哪些？`,
	all: count => (count === 1 ? '导出这一本' : `全部导出 ${count} 本`),
	chosen: count => `只导出已接受的 ${count} 本`,
	columns: columns => `沿用上次的设置，表格不含：${columns}。就这样导出吗？`,
	without: columns => `不含：${columns}。`,
	plainRest: (told, all, chosen) =>
		`${told}。直接回车：全部导出 ${all} 本。${chosen > 0 ? `o：只导出已接受的 ${chosen} 本。` : ''}n：不导出。`,
	plainWritten: (written, left) => `表格中：${written}。${left === '' ? '' : `未导出：${left}。`}`,
};
