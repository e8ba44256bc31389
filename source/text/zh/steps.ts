import type {Step} from '../en/steps.ts';

export const stepWords = ({step, name, count}: Step): string =>
	({
		confirmField: `确认 ${name} 的一项内容`,
		editField: `修改 ${name} 的一项内容`,
		takeAlternative: `为 ${name} 采用另一个识别结果`,
		accept: `接受 ${name}`,
		reject: `剔除 ${name}`,
		skip: `稍后再看 ${name}`,
		acceptAllClean: `接受 ${count} 本已验证的护照`,
		choice: '上一次对所选图片的更改',
	})[step];
