import type {welcome as en} from '../../en/screens/welcome.ts';
import {press} from '../press.ts';

/** 首页。 */
export const welcome: typeof en = {
	line: '把一个文件夹的护照图片变成核对过的表格。',
	steps: [
		['选择', '文件夹和图片'],
		['识别', '每本护照的机读码与印刷内容'],
		['核对', '只看未验证的字段，逐个确认'],
		['导出', 'Excel、CSV、JSON、订座系统的录入文件，或表单'],
	],
	staysHere: '图片不离开这台电脑，云端服务可选。',
	cloud: where => `图片会发送到 ${where}，每一批都先征得您的同意。`,
	kept: '结果保存在图片旁边，随时可以停下，以后接着做。',
	demo: '这是演示：图片上的人都是虚构的，在本机识别。',
	start: '开始',
	startWith: (first, more) => (more === 0 ? `开始：${first}` : `开始：${first} 等 ${more + 1} 项`),
	startDemo: '开始演示',
	toReading: (done, all) => `回到正在处理的批次（已识别 ${done} / ${all}）`,
	engine: name => `识别方式：${name}`,
	toLanguage: key => `English（随时${press(key('app.language'), '切换')}）`,
	quit: '退出',
};
