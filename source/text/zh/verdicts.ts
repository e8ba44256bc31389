import type {verdicts as en} from '../en/verdicts.ts';

/** 试用之后对 Key 和 Secret 的判断。 */
export const verdicts: typeof en = {
	accepted: '服务接受它们，按 enter 保存。',
	refused: '服务拒绝了它们，请重新输入 Secret。',
	noQuota: '它们是对的，但账号的次数已用完。',
	noBalance: '它们是对的，但账号余额不足。',
	noProduct: '它们是对的，但账号没有护照识别权限。',
	unclear: '从服务返回的内容看不出它们是否正确。',
};
