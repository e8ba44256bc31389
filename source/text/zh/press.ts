/** 「按 e 修改」「按回车接受」：西文键名与汉字之间空一格。 */
export function press(key: string, what = ''): string {
	const gap = /^[\u4e00-\u9fff]/.test(key) ? '' : ' ';
	return `按${gap}${key}${what === '' ? '' : gap}${what}`;
}
