import type {engine as en} from '../../en/screens/engine.ts';

/** 选择识别方式。 */
export const engine: typeof en = {
	question: '由谁来识别图片？',
	offline: '本机（离线）',
	offlineState: '可以使用',
	offlineVisual: '本机，并读取印刷文字',
	offlineVisualState: '每张约多用一秒',
	offlineMore: [
		'图片不离开这台电脑。不需要账号、费用和网络。',
		'识别护照的两行机读码，并用校验位验证。',
		'并读取印刷文字：还有出生地、签发日期和签发机关。',
	],
	hint: '以后可以在首页更改。',
	xiangyun: '翔云云端服务',
	xiangyunState: '需要账号',
	xiangyunKept: '账号已保存',
	xiangyunMore: where => [
		`每张图片都会发送到 ${where}，按张计费。`,
		'还能识别印刷文字，包括中文姓名。需要 Key 和 Secret。',
	],
};
