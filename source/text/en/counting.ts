import type {Upload} from '../../core/batch/upload.ts';

/** A number and what is counted: one, or many. */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How much is sent: pictures, or pages where some are of one file. */
export const pagesText = ({pages, files}: Upload): string =>
	pages === files
		? plural(pages, 'picture', 'pictures')
		: `${plural(pages, 'page', 'pages')} of ${plural(files, 'file', 'files')}`;

/** Names of which one is meant: `A, B or C`. */
export const anyOf = (names: readonly string[]): string =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

/** A span of time as people say it; in seconds. */
export const seconds = (value: number): string => {
	const whole = Math.round(value);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
};

/** The same, rounded, for an estimate. In seconds. */
export const about = (value: number): string =>
	value < 60 ? `about ${Math.ceil(value / 10) * 10} s` : `about ${Math.round(value / 60)} min`;
