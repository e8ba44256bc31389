import type {credentials as en} from '../../en/screens/credentials.ts';
import {press} from '../press.ts';

/** 云端服务账号。 */
export const credentials: typeof en = {
	explain: '使用该服务需要 Key 和 Secret。它们只保存在这台电脑上：',
	stored: path => `${path}（只有您能读取）`,
	storedInKeychain: 'Secret 保存在系统钥匙串中。',
	service: where => `它们随每张图片发送到 ${where}。使用其他服务器：--endpoint。`,
	key: 'Key',
	secret: 'Secret',
	characters: count => `${count} 个字符`,
	paste: '可以粘贴，空格和换行会自动去掉。',
	skip: key => `手头没有？两项都留空并${press(key('credentials.next'))}，继续在本机识别。`,
	enterAgain: key => `请重新填写，或${press(key('app.back'), '返回')}：待识别的图片不会丢失。`,
	environment: '也可以设置 PASSPORT_OCR_KEY 和 PASSPORT_OCR_SECRET。',
	environmentWins: '环境变量 PASSPORT_OCR_KEY 或 _SECRET 已设置，优先于此处。',
	where: '在 netocr.com 注册后，于“个人中心”查看。',
	hints: {
		swapped: '两项似乎填反了。',
		same: '两项相同，其中一个一定不对。',
		'key-shape': 'Key 通常是 22 位字母和数字。',
		'secret-shape': 'Secret 通常是 32 位 0-9 和 a-f。',
	},
};
