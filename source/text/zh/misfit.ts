import type {ExportWords} from '../../core/export/words.ts';

export const misfit: ExportWords['misfit'] = (misfit, path) => {
	const {name, line, column, value} = misfit;
	const place = `${path} 第 ${line} 行第 ${column} 列：${name} `;
	switch (misfit.code) {
		case 'empty':
			return `${place}缺失`;
		case 'no-date':
			return `${place}不是完整日期：${value}`;
		case 'no-code':
			return `${place}没有这种代码：${value}`;
		case 'not-latin':
			return `${place}含有无法写成拉丁字母的文字：${value}`;
		case 'not-mapped':
			return `${place}没有“${value}”的对应值`;
		case 'too-long':
			return `${place}超过 ${misfit.room} 个字符：${value}`;
		case 'line-length':
			return `${path}：该行有 ${value} 个字符，应为 ${misfit.room} 个`;
	}
};
