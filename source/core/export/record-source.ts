import {linesWithoutOptional, withoutIdentityNumber} from '../passport/discreet.ts';
import type {Trip} from '../passport/judge/trip.ts';
import {onDay, type Validity, validityOf} from '../passport/judge/validity.ts';
import type {CalendarDay} from '../passport/model/passport.ts';
import {reasonsToLook} from '../passport/reasons-to-look.ts';
import {type LegacyMembers, recordMembers} from '../records/legacy/keys.ts';
import {type NamesApart, nameAmong} from '../records/picture-names.ts';
import type {PassportRecord} from '../records/record.ts';
import type {RowSource} from './columns.ts';
import type {ListStyle} from './list-style.ts';
import type {ExportWords} from './words.ts';

/** What all rows of a table have in common. */
export type Shared = {
	readonly words: ExportWords;
	readonly style: ListStyle;
	readonly today: CalendarDay;
	readonly trip: Trip | undefined;
	/** Of pictures of one name. */
	readonly names: NamesApart | undefined;
	/** The flat members of a record. */
	readonly membersOf: (record: PassportRecord) => LegacyMembers;
};

/**
 * What a row is made from. What no column asks for is not computed: most is asked for the first rows only, until it is
 * known which columns are filled.
 *
 * A class and not an object with getters: V8 keeps each such object until its next full collection of garbage.
 */
export class RecordSource implements RowSource {
	readonly words: ExportWords;
	readonly style: ListStyle;
	readonly today: CalendarDay;
	readonly index: number;
	readonly #given: PassportRecord;
	readonly #shared: Shared;
	#record: PassportRecord | undefined;
	#legacy: LegacyMembers | undefined;
	#validity: Validity | undefined;

	/** @param index from 0. */
	constructor(given: PassportRecord, index: number, shared: Shared) {
		this.words = shared.words;
		this.style = shared.style;
		this.today = shared.today;
		this.index = index;
		this.#given = given;
		this.#shared = shared;
	}

	get record(): PassportRecord {
		this.#record ??= onDayOf(this.#given, this.today, this.#shared.trip, this.style);
		return this.#record;
	}

	get file(): string {
		return nameAmong(this.#shared.names, this.#given.path);
	}

	get legacy(): LegacyMembers {
		this.#legacy ??= this.#shared.membersOf(this.#given);
		return this.#legacy;
	}

	get validity(): Validity {
		this.#validity ??= validityOf(this.#given.passport, this.today, this.#shared.trip);
		return this.#validity;
	}
}

/** The record with the issues of the day and the trip, and with a reason for every field in doubt. How many days are left has a column of its own. */
function onDayOf(
	record: PassportRecord,
	today: CalendarDay,
	trip: Trip | undefined,
	{optional}: ListStyle,
): PassportRecord {
	const passport = onDay(record.passport, today, trip);
	const said = reasonsToLook(passport);
	// Most rows of a list have no issues: such a record stays itself.
	if (said.length === 0) return passport === record.passport ? record : {...record, passport};
	const issues = said
		.filter(({code}) => code !== 'days-left')
		.map(issue => (optional === 'full' ? issue : withoutIdentityNumber(issue, issue.field)));
	return {...record, passport: {...passport, issues}};
}

/** The flat members, the lines of the MRZ in the style of the list. */
export function membersIn(record: PassportRecord, {optional}: ListStyle): LegacyMembers {
	if (optional === 'full') return recordMembers(record);
	const {shape, lines} = record.passport;
	return recordMembers(record, linesWithoutOptional(shape, lines));
}
