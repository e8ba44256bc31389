import type {Survey} from '../core/export/rows.ts';
import {type ExportContent, exportSurvey} from '../core/export/write.ts';
import {isUnfitFor, type ValidityCounts, validityOf} from '../core/passport/judge/validity.ts';
import type {CalendarDay} from '../core/passport/model/passport.ts';
import {hasChangedPicture} from '../core/records/changed-picture.ts';
import {isToCheck} from '../core/records/is-decided.ts';
import type {PassportRecord} from '../core/records/record.ts';

/** How many rows are not written, are still to check, and are not valid. */
type RowCounts = {
	readonly rejected: number;
	readonly open: number;
	readonly validity: ValidityCounts;
	/** Paths of the pictures of the first passports that are not valid. */
	readonly unfit: readonly string[];
	/** Paths of the pictures that have changed since they were read. */
	readonly changed: readonly string[];
};

/** What is learned of the records of a list before it is written. */
export type ExportSurvey = {
	readonly add: (record: PassportRecord) => void;
	readonly counts: () => RowCounts;
	readonly survey: Survey;
};

/** More than are said. */
const mostNames = 10;

/** Begins a survey with these records; further ones are added as they are read. */
export function surveyRows(
	options: ExportContent & {readonly today: CalendarDay},
	records: Iterable<PassportRecord> = [],
): ExportSurvey {
	const {today, trip, includeRejected} = options;
	const survey = exportSurvey(options);
	let [rejected, open] = [0, 0];
	const changed: string[] = [];
	const unfit: string[] = [];
	const validity = {valid: 0, expired: 0, 'not-for-trip': 0, unknown: 0};
	const add = (record: PassportRecord): void => {
		const {passport, review} = record;
		survey.add(record);
		if (review.state === 'rejected' && !includeRejected) {
			rejected++;
			return;
		}
		if (isToCheck(record)) open++;
		const judged = validityOf(passport, today, trip);
		validity[judged]++;
		if (unfit.length < mostNames && isUnfitFor(judged, trip)) unfit.push(record.path);
		if (hasChangedPicture(record)) changed.push(record.path);
	};
	for (const record of records) add(record);
	return {
		survey,
		add,
		counts() {
			const {expired, unknown} = validity;
			return {
				rejected,
				open,
				changed,
				unfit,
				validity: {expired, notForTrip: validity['not-for-trip'], unknown},
			};
		},
	};
}
