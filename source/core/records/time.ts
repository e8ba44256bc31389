import {calendarDay} from '../calendar-day.ts';
import {formatDate} from '../passport/model/dates.ts';

const pad = (value: number): string => String(Math.abs(value)).padStart(2, '0');

/** A moment as ISO 8601 with the zone of this computer, to the second: `2026-11-22T06:00:00+01:00`. */
export function isoTime(moment: Date): string {
	const zone = -moment.getTimezoneOffset();
	const time = `${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}`;
	return `${formatDate(calendarDay(moment))}T${time}${zone < 0 ? '-' : '+'}${pad(Math.trunc(zone / 60))}:${pad(zone % 60)}`;
}

/** The original skill's `recognized_at`: `2026-11-22 06:00:00`, on the clock of its writer, without a zone. */
export const legacyTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** The reverse, taking the zone for that of this computer; undefined when it is no such text. */
export function fromLegacyTime(text: string): string | undefined {
	if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
	const moment = new Date(text.replace(' ', 'T'));
	return Number.isNaN(moment.getTime()) ? undefined : isoTime(moment);
}
