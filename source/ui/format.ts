import {basename} from 'node:path';
import {cleanText} from '../core/clean-text.ts';

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

/** A path for the eye: the home folder as `~`, nothing that could move the cursor. */
export function shownPath(path: string, home: string): string {
	const inside = home !== '' && (path === home || /^[\\/]/.test(path.slice(home.length))) && path.startsWith(home);
	return cleanText(inside ? `~${path.slice(home.length)}` : path);
}

/** The name without its folders. */
export const fileName = (path: string): string => cleanText(basename(path));
