import type {tally as en} from '../en/tally.ts';
import {list} from './list.ts';

/** 各类护照的数量，逐项列出。 */
export const tally: typeof en = {
	accepted: count => `已接受 ${count} 本`,
	edited: count => `人工修改 ${count} 本`,
	unproven: count => `其中未经验证即接受 ${count} 本`,
	clean: count => `已验证但未查看 ${count} 本`,
	check: count => `待核对 ${count} 本`,
	skipped: count => `稍后再看 ${count} 本`,
	rejected: count => `已剔除 ${count} 本`,
	failed: count => `失败 ${count} 张`,
	waiting: count => `等待识别 ${count} 张`,
	twice: list.once.repeated,
	short: {
		accepted: count => `已接受 ${count}`,
		edited: count => `已修改 ${count}`,
		unproven: count => `其中未验证 ${count}`,
		clean: count => `已验证 ${count}`,
		check: count => `待核对 ${count}`,
		skipped: count => `稍后再看 ${count}`,
		rejected: count => `已剔除 ${count}`,
		failed: count => `失败 ${count}`,
		waiting: count => `等待识别 ${count}`,
		twice: count => `重复 ${count}`,
	},
	comma: '，',
};
