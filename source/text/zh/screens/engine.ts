import type {engine as en} from '../../en/screens/engine.ts';

/** 选择识别方式。 */
export const engine: typeof en = {
	question: '选择图片的识别方式',
	hint: '以后可以在首页更改。',
	choices: {
		offline: {
			name: '本机（离线）',
			state: '可以使用',
			spoken: '本机，图片不离开这台电脑',
			more: () => [
				'图片不离开这台电脑。不需要账号、费用和网络。',
				'并读取印刷内容：出生地、签发日期和签发机关。',
				'识别护照的两行机读码，并用校验位验证。',
			],
		},
		xiangyun: {
			name: '翔云云端服务',
			state: '需要账号',
			stored: '账号已保存',
			spoken: '翔云云端服务，按张计费',
			more: where => [
				`每张图片都会发送到 ${where}，按张计费。`,
				'还能识别印刷内容，包括中文姓名。需要 Key 和 Secret。',
			],
		},
		auto: {
			name: '先本机，再云端',
			state: '未能验证的，发送前先询问',
			spoken: '先在本机识别，未能验证的经您同意后再发送到云端',
		},
		both: {name: '本机与云端比对', state: '发送前先询问', spoken: '本机与云端都识别并比对，发送前先询问'},
	},
	documents: names => `证件：${names.join('、')}`,
	cloudHint: '云端只识别护照。',
	documentNames: {passport: '护照', id: '身份证件', visa: '签证'},
	mrzAlone: {name: '本机，仅读机读码', state: '更快，不读印刷内容', spoken: '本机，仅读机读码'},
};
