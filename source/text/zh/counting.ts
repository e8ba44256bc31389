/** 一段时间，单位为秒。 */
export const seconds = (value: number): string => {
	if (value < 60) return `${Math.round(value)} 秒`;
	return `${Math.floor(value / 60)} 分 ${String(Math.round(value) % 60).padStart(2, '0')} 秒`;
};
