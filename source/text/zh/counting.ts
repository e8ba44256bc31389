import type {Upload} from '../../core/batch/upload.ts';

/** 其中之一：`A、B 或 C`。 */
export const anyOf = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')} 或 ${names.at(-1)}`;

/** 一段时间，单位为秒。 */
export const seconds = (value: number): string => {
	const whole = Math.round(value);
	return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${String(whole % 60).padStart(2, '0')} 秒`;
};

/** 大概的时间，单位为秒。 */
export const about = (value: number): string =>
	value < 60 ? `约 ${Math.ceil(value / 10) * 10} 秒` : `约 ${Math.round(value / 60)} 分钟`;

/** 要发送的数量：图片数；同一文件有多页时为页数。 */
export const pagesText = ({pages, files}: Upload): string =>
	pages === files ? `${pages} 张图片` : `${files} 个文件中的 ${pages} 页`;
