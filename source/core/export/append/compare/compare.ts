import {calendarDay} from '../../../calendar-day.ts';
import {grouped} from '../../../grouped.ts';
import {linesWithoutOptional} from '../../../passport/discreet.ts';
import type {FieldKey} from '../../../passport/model/fields.ts';
import type {CalendarDay, Passport} from '../../../passport/model/passport.ts';
import {spells} from '../../../passport/printed/compare-names.ts';
import {recordMembers, sourceImage} from '../../../records/legacy/keys.ts';
import {namesInLists} from '../../../records/picture-names.ts';
import type {PassportRecord} from '../../../records/record.ts';
import {cellText} from '../../cell.ts';
import type {Row} from '../../rows.ts';
import type {KnownList} from '../known-list.ts';
import type {OldRow, OpenList} from '../open-list.ts';
import {otherReading, withWholeYear} from '../words/read-day.ts';
import {sexWordsOf} from '../words/sex-words.ts';
import {meansState, stateOf} from '../words/state-names.ts';
import {wordSaid} from '../words/value-words.ts';
import {type Candidate, type Claim, closestRows} from './closest-rows.ts';
import {type Decision, decisionOf, decisionsIn, type EarlierDecision} from './decision.ts';
import {
	bareNumber,
	type Identity,
	isSamePassport,
	isSamePerson,
	isSameValue,
	listedIdentity,
	mayBeSamePassport,
	mayFollow,
	personsOf,
	readIdentity,
} from './identity.ts';

/** A passport of the list whose values are other ones than were read; the list keeps its own. */
export type Differing = {
	readonly row: number;
	readonly name: string;
	readonly fields: readonly DifferingField[];
};

type DifferingField = {
	readonly field: FieldKey;
	readonly listed: string;
	readonly read: string;
	/** A person corrected what was read to this value, or typed all of the passport. */
	readonly byHand?: 'edited' | 'typed';
};

/** A passport that got a row, and a row whose number is its own without the zeros at the front, perhaps of another passport. */
export type AlikeNumber = {
	readonly row: number;
	readonly name: string;
	readonly listed: string;
	readonly read: string;
};

/** A person of the list with another passport. */
export type OtherPassport = {
	readonly row: number;
	readonly name: string;
	readonly listed: string;
	readonly read: string;
	/** The one that was read is valid longer, and gets a row; else it has none. */
	readonly isNewer: boolean;
};

/** A row of the list whose picture was read as another passport, which got a row of its own: it may be a former picture's. */
export type FormerRow = {
	readonly row: number;
	readonly name: string;
	readonly file: string;
	/** The name in the picture now. */
	readonly read: string;
};

/** A row of a passport that a person rejected. */
export type RejectedRow = {readonly row: number; readonly name: string};

export type Comparison = {
	readonly added: readonly Row[];
	readonly listed: number;
	readonly differing: readonly Differing[];
	readonly others: readonly OtherPassport[];
	readonly former: readonly FormerRow[];
	readonly alike: readonly AlikeNumber[];
	readonly decisions: readonly EarlierDecision[];
	readonly rejected: readonly RejectedRow[];
};

/** What is compared, where both say something. */
const compared: readonly FieldKey[] = [
	'passport_number',
	'surname_english',
	'given_name_english',
	'holder_country_code',
	'birth_date',
	'sex',
	'expiry_date',
];

const days: ReadonlySet<string> = new Set(['birth_date', 'expiry_date', 'issue_date']);

/** A list may have them as the page prints them, such as `Müller` for `MUELLER`. */
const names: ReadonlySet<string> = new Set(['surname_english', 'given_name_english']);

const states: ReadonlySet<string> = new Set(['holder_country_code', 'issuing_country_code']);

/**
 * Says which records a list has already. Only rows that were there before are compared: the list gets no passport twice.
 *
 * @param rejected Rows of passports that a person rejected, which are not added.
 */
export function compareWith(
	{rows, day, first}: Pick<OpenList, 'rows' | 'day'> & Partial<Pick<OpenList, 'first'>>,
	{columns, words, languages}: KnownList,
	wanted: Iterable<Row>,
	rejected: Iterable<Row> = [],
	today: CalendarDay = calendarDay(new Date()),
): Comparison {
	const places = new Map(columns.flatMap((column, place) => (column ? [[column.key, place] as const] : [])));
	const textOf = (row: OldRow, key: string): string => row.texts[places.get(key) ?? -1]?.trim() ?? '';
	const said = (row: OldRow, key: string): string => {
		const place = places.get(key) ?? -1;
		const text = row.texts[place]?.trim() ?? '';
		// A row may have fewer cells than there are heads.
		if (text === '' || !days.has(key)) return text;
		if (row.numbers?.has(place)) return day(row, place);
		return day({...row, texts: row.texts.with(place, withWholeYear(text, key, today))}, place);
	};
	// With two digits each, the list is as this program writes it: the day comes first.
	const isOpen = first === undefined && rows.some(row => [...days].some(key => isUnpadded(textOf(row, key))));
	const other = (row: OldRow, key: string): string | undefined =>
		isOpen && days.has(key) ? otherReading(withWholeYear(textOf(row, key), key, today)) : undefined;
	const sexWords = sexWordsOf(rows.map(row => textOf(row, 'sex')));
	// A state by its code: the list may have its name, in any language.
	const identified = (row: OldRow, key: string): string =>
		states.has(key) ? stateOf(said(row, key), languages) : said(row, key);
	const listed = rows.map(row => ({row, identity: listedIdentity(key => identified(row, key))}));
	const filled = (...keys: readonly string[]) => keys.filter(key => key !== '');
	const byNumber = grouped(listed, ({identity}) => filled(bareNumber(identity.number)));
	const byLine = grouped(listed, ({identity}) => filled(identity.line));
	const byPerson = grouped(listed, ({identity}) => filled(...personsOf(identity)));

	const added: Row[] = [];
	const others: OtherPassport[] = [];
	const addedFrom: {readonly path: string; readonly read: string}[] = [];
	const alike: AlikeNumber[] = [];
	const found: Found[] = [];
	for (const wantedRow of wanted) {
		if (!wantedRow.source) continue;
		const {identity, name, samePeople, sameNumber, claim} = known(wantedRow, wantedRow.source.record);
		if (claim.candidates.length > 0) {
			found.push({name, claim});
			continue;
		}
		const latest = samePeople
			.filter(one => mayFollow(one.identity, identity))
			.sort((a, b) => b.identity.expiry.localeCompare(a.identity.expiry))[0];
		if (latest) {
			const isNewer = identity.expiry > latest.identity.expiry;
			const {number} = latest.identity;
			others.push({row: latest.row.number, name, listed: number, read: identity.number, isNewer});
			if (!isNewer) continue;
		}
		added.push(wantedRow);
		addedFrom.push({path: wantedRow.source.record.path, read: name});
		for (const {row, identity: inList} of sameNumber) {
			if (mayBeSamePassport(inList, identity))
				alike.push({row: row.number, name, listed: inList.number, read: identity.number});
		}
	}
	const closest = inRows(found);
	const differing = closest.flatMap(({name, row, fields}) => (fields.length === 0 ? [] : [{row, name, fields}]));
	const decided = closest.map(({row, decision}) => ({row, ...decision}));
	// A row of a passport that was kept from another picture is right.
	const right = new Set(closest.map(({row}) => row));
	const gone = [...rejected].flatMap(({source, ...row}) => {
		const {name, claim} = source ? known({...row, source}, source.record) : {name: '', claim: undefined};
		return claim && claim.candidates.length > 0 ? [{name, claim}] : [];
	});
	const explained = new Set([...right, ...others.map(({row}) => row)]);
	const byFile = grouped(listed, ({row}) => filled(said(row, 'source_image')));
	const former = addedFrom.flatMap(({path, read}) =>
		namesInLists(path).flatMap(file =>
			(byFile.get(file) ?? [])
				.filter(({row}) => !explained.has(row.number))
				.map(({row, identity}) => ({row: row.number, name: nameOf(identity) || identity.full, file, read})),
		),
	);
	const stillListed = inRows(gone).filter(({row, saysRejected}) => !right.has(row) && !saysRejected);
	return {
		added,
		listed: found.length,
		differing,
		others,
		former,
		alike,
		decisions: decisionsIn(decided),
		rejected: stillListed.map(({row, name}) => ({row, name})),
	};

	/** What a list has of a passport. */
	function known(wantedRow: Row, record: PassportRecord) {
		const members = recordMembers(record);
		const identity = readIdentity(members);
		const sameNames = new Set(personsOf(identity).flatMap(person => byPerson.get(person) ?? []));
		const samePeople = [...sameNames].filter(one => isSamePerson(one.identity, identity));
		const cellOf = (key: string): string => {
			const cell = columns.filter(column => column !== undefined).findIndex(column => column.key === key);
			return cell < 0 ? '' : cellText(wantedRow.cells[cell]!);
		};
		const sameNumber = byNumber.get(bareNumber(identity.number)) ?? [];
		const same = new Set([
			...sameNumber.filter(one => isSamePassport(one.identity, identity)),
			...[identity.line, maskedLine(record.passport)].flatMap(line => byLine.get(line) ?? []),
			// The same day of expiry is the same passport, whose number was corrected or misread.
			...samePeople.filter(one => one.identity.expiry !== '' && one.identity.expiry === identity.expiry),
		]);
		const name = nameOf(identity) || sourceImage(record.path);
		const texts = compared.map(field => ({field, read: cellOf(field), plain: members[field] ?? ''}));
		const files = namesInLists(record.path);
		const candidates = [...same].map(({row}) => {
			const fields = texts.flatMap(({field, read, plain}) => {
				const listed = said(row, field);
				if (listed === '' || read === '') return [];
				const isEqual =
					field === 'sex'
						? sexWords.isSame(listed, plain)
						: other(row, field) === plain ||
							[read, plain].some(text => isSameValue(listed, text)) ||
							(states.has(field) && meansState(listed, plain, languages)) ||
							(names.has(field) && spells(listed, plain));
				return [{field, listed, read, isEqual, ...byHandIn(record, field)}];
			});
			return {
				row: row.number,
				isSameFile: files.includes(said(row, 'source_image')),
				alike: fields.filter(({isEqual}) => isEqual).length,
				fields: fields.filter(({isEqual}) => !isEqual).map(({isEqual: _, ...field}) => field),
				saysRejected: wordSaid(said(row, 'review'), 'review', languages)?.means === 'rejected',
				decision: decisionOf(record, key => said(row, key), {words, languages}),
			};
		});
		const claim = {passport: texts.map(({plain}) => plain).join('\n'), candidates};
		return {identity, name, samePeople, sameNumber, claim};
	}
}

const nameOf = ({surname, given}: Identity): string => [surname, given].filter(part => part !== '').join(' ');

const isUnpadded = (text: string): boolean => /^(?:\d[/-]|\d\d[/-]\d[/-])/.test(text);

type Found = {
	readonly name: string;
	readonly claim: Claim<Candidate<DifferingField> & {readonly decision: Decision; readonly saysRejected: boolean}>;
};

/** Each with the row that is its own. */
const inRows = (found: readonly Found[]) =>
	closestRows(found.map(({claim}) => claim)).map((row, index) => ({...row, name: found[index]!.name}));

/** How a value came from a person. */
const byHandIn = ({engine, review}: PassportRecord, field: FieldKey): Pick<DifferingField, 'byHand'> => {
	if (review.edits[field]) return {byHand: 'edited'};
	return engine === 'person' ? {byHand: 'typed'} : {};
};

/** The second line as a list has it whose optional data is masked. */
const maskedLine = ({shape, lines}: Passport): string => linesWithoutOptional(shape, lines)[1] ?? '';
