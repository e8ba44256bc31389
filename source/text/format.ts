import {basename} from 'node:path';
import {calendarDay} from '../core/calendar-day.ts';
import {cleanText} from '../core/clean-text.ts';
import {daysBetween} from '../core/passport/model/dates.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import {isoTime, legacyTime} from '../core/records/time.ts';

/** Bytes as people and most programs count them: 1 KB is 1024. */
export function fileSize(bytes: number): string {
	if (bytes < 1024) return `${bytes} B`;
	if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
	const [unit, name] = bytes < 1024 ** 3 ? [1024 ** 2, 'MB'] : [1024 ** 3, 'GB'];
	return `${(bytes / unit).toFixed(1).replace(/\.0$/, '')} ${name}`;
}

/** In this computer's zone: `2026-03-14 09:12`. */
export const fileTime = (date: Date): string => legacyTime(isoTime(date)).slice(0, 16);

/** The same in eleven cells: within this year without the year, before it without the time. */
export const shortTime = (date: Date, today: CalendarDay): string =>
	date.getFullYear() === today.year ? fileTime(date).slice(5) : fileTime(date).slice(0, 10);

/** Whole days, in this computer's zone; never less than none. */
export const daysAgo = (date: Date, today: CalendarDay): number => Math.max(0, daysBetween(calendarDay(date), today));

/** A path for the eye: the home folder as `~`, nothing that could move the cursor. */
export function shownPath(path: string, home: string): string {
	const inside = home !== '' && (path === home || /^[\\/]/.test(path.slice(home.length))) && path.startsWith(home);
	return cleanText(inside ? `~${path.slice(home.length)}` : path);
}

/** The name without its folders. */
export const fileName = (path: string): string => cleanText(basename(path));

/** The name of a file that was not opened; of one in a ZIP with that of the ZIP: `mail.zip/scans.rar`. */
export const unopenedName = (path: string): string =>
	cleanText(/[^/\\]*\.zip[/\\].*$/is.exec(path)?.[0] ?? basename(path));

/** At most so many names in a line. */
const most = 5;

/** Names for one line: the first few, and an ellipsis for the rest. */
export const fewNames = (names: readonly string[], comma: string): string =>
	[...names.slice(0, most).map(cleanText), ...(names.length > most ? ['…'] : [])].join(comma);
