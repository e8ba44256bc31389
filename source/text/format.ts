import {basename} from 'node:path';
import {cleanText} from '../core/clean-text.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';

/** Bytes as people say them. */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
	return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** In this computer's zone: `2026-03-14 09:12`. */
export const fileTime = (date: Date): string =>
	`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;

/** The same in eleven cells: within this year without the year, before it without the time. */
export const shortTime = (date: Date, today: CalendarDay): string =>
	date.getFullYear() === today.year ? fileTime(date).slice(5) : fileTime(date).slice(0, 10);

/** Whole days, in this computer's zone; never less than none. */
export const daysAgo = (date: Date, {year, month, day}: CalendarDay): number =>
	Math.max(
		0,
		Math.round(
			(Date.UTC(year, month - 1, day) - Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())) / 86_400_000,
		),
	);

/** A path for the eye: the home folder as `~`, nothing that could move the cursor. */
export function shownPath(path: string, home: string): string {
	const inside = home !== '' && (path === home || /^[\\/]/.test(path.slice(home.length))) && path.startsWith(home);
	return cleanText(inside ? `~${path.slice(home.length)}` : path);
}

/** The name without its folders. */
export const fileName = (path: string): string => cleanText(basename(path));
