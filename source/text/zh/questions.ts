import type {question as en} from '../en/questions.ts';
import {pagesText} from './counting.ts';
import {press} from './press.ts';

/** 动手之前要问的话。 */
export const question: typeof en = {
	acceptClean: (count, unfit, without) =>
		`不逐本查看，直接接受 ${count} 本已验证的护照${unfit === '' ? '' : `（其中 ${unfit}）`}？${without === 0 ? '' : `不含图片已更改或不在了的 ${without} 本。`}`,
	readAll: count => `还没有选择图片。识别全部 ${count} 张？`,
	quitReading: count => `还有 ${count} 张没有识别。仍要退出吗？`,
	quitUnsaved({results, decided, held}) {
		if (decided > 0) return `对 ${decided} 本护照的输入或核对未能保存到任何位置，退出后会丢失。不导出就退出吗？`;
		if (held === 0) return `有 ${results} 个结果未能保存，退出后会丢失。不导出就退出吗？`;
		const lost = results > 0 ? `另有 ${results} 个结果退出后会丢失。` : '';
		return `对 ${held} 本护照的核对保存在本机，未能保存在图片旁。${lost}不导出就退出吗？`;
	},
	leaving: (count, key) => `正在等待 ${count} 个可能已计费的结果；再${press(key('app.quit'), '立即退出')}。`,
	upload: (where, count, files = count) =>
		count === undefined
			? `正在统计要发送到 ${where} 的图片`
			: `把 ${pagesText({pages: count, files: files ?? count})}发送到 ${where}？可能按张收费。`,
	second: (where, upload) => `把 ${pagesText(upload)}也发送到 ${where}？每张可能计费一次。`,
	goOnSending: (count, charged) => `最近几次调用出错${charged ? '，可能已计费' : ''}。仍要发送其余 ${count} 张图片吗？`,
	watchSends: where => `新放入的图片都发送到${where}？每张可能计费。`,
	whichDate: (typed, readings) =>
		`${typed} 是哪一天？ ${readings.map((reading, index) => `${index + 1} ${reading}`).join('   ')}`,
	testAccount: '用一张空白图片试一试吗？可能消耗一次调用。',
	newBatch: '还有图片没有识别。要放下它们，改为识别新选的图片吗？',
};
