import type {details as english} from '../../en/screens/details.ts';
import {stepWords} from '../steps.ts';

const at = ([x, y]: readonly number[]): string => `${x}, ${y}`;

export const details: typeof english = {
	hint: '这张图片的全部信息。',
	picture: '图片',
	readBy: (engine, version, when) => `识别：${engine}，${version}，${when}`,
	typed: when => `人工录入，${when}`,
	pixels: (width, height) => `${width} × ${height} 像素`,
	hash: sha256 => `SHA-256 ${sha256}`,
	decisions: '处理记录',
	undecided: '未决定',
	decided: (state, when) => (when === '' ? state : `${state}，${when}`),
	edited: (field, from, to) => `${field}：“${from}”改为“${to}”`,
	confirmed: fields => `已确认：${fields.join('、')}`,
	step: (place, step) => `${place}. ${stepWords(step)}`,
	field: (name, value, level) => `${name}：${value}（${level}）`,
	inMrz: (raw, line, from, to) => `机读码第 ${line} 行第 ${from === to ? from : `${from} 至 ${to}`} 位：${raw}`,
	printed: text => `印刷内容：${text}`,
	box: (from, to, height) => `印刷位置：从 ${at(from)} 到 ${at(to)}，高 ${height} 像素`,
	repaired: before => `已更正，原识别为 ${before}`,
	other: (value, source) => `其他识别结果：${value}（${source}）`,
	decidesNothing: '这个字段不影响护照是否已验证。',
	line: (line, from, to, pitch) => `第 ${line} 行：从 ${at(from)} 到 ${at(to)}，每个字符 ${pitch} 像素`,
	page: '页面',
};
