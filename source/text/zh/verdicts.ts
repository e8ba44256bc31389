import type {verdicts as en} from '../en/verdicts.ts';
import {press} from './press.ts';

/** 试用之后对 Key 和 Secret 的判断。 */
export const verdicts: typeof en = key => ({
	accepted: `Key 和 Secret 有效，${press(key('credentials.next'), '保存')}。`,
	refused: 'Key 或 Secret 无效，请重新输入 Secret。',
	noQuota: 'Key 和 Secret 有效，但账号的次数已用完。',
	noBalance: 'Key 和 Secret 有效，但账号余额不足。',
	noProduct: 'Key 和 Secret 有效，但账号没有护照识别权限。',
	unclear: '从服务返回的内容看不出 Key 和 Secret 是否有效。',
});
