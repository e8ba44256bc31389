import type {ReasonCode} from '../../core/passport/passport.ts';

/** Parameters of a reason; a text must read well without them too. */
export type ReasonParams = Readonly<Record<string, string | number>>;

export type ReasonText = {
	/** Three or four words, at most 28 columns. */
	readonly short: (params: ReasonParams) => string;
	/** One sentence that says what was found and, where there is a choice, what to compare. */
	readonly sentence: (params: ReasonParams) => string;
};

const text = (value: string | number | undefined, otherwise = '?'): string =>
	value === undefined || value === '' ? otherwise : String(value);

const plural = (count: string | number | undefined, one: string, many: string): string =>
	`${text(count)} ${Number(count) === 1 ? one : many}`;

const place = (params: ReasonParams): string =>
	params.position === undefined ? '' : ` at position ${params.position}`;

const documentKinds: Readonly<Record<string, string>> = {
	ordinary: 'ordinary passport',
	'multiple-journey': 'ordinary, several journeys',
	official: 'official passport',
	'public-affairs': 'passport for public affairs',
	service: 'service passport',
	diplomatic: 'diplomatic passport',
};

const shapes: Readonly<Record<string, string>> = {
	TD1: 'an identity card (three lines of 30)',
	TD2: 'an identity card (two lines of 36)',
	TD3: 'another document of passport size',
	'MRV-A': 'a visa',
	'MRV-B': 'a visa',
};

/** Every reason and issue in English. */
export const reasons: Readonly<Record<ReasonCode, ReasonText>> = {
	'check-digit': {
		short: ({digit}) => (digit === undefined ? 'check digit' : `check digit ${digit}`),
		sentence: ({digit}) => `The printed check digit ${text(digit, '')} agrees with the value.`.replace('  ', ' '),
	},
	'check-digit-wrong': {
		short: () => 'check digit wrong',
		sentence: ({printed, expected}) =>
			`The printed check digit is ${text(printed)}, but this value needs ${text(expected)}: a character is misread, or the digit is.`,
	},
	'check-digit-not-printed': {
		short: () => 'no check digit',
		sentence: () => 'No check digit is printed for this value.',
	},
	composite: {
		short: () => 'overall digit agrees',
		sentence: () => 'The overall check digit at the end of the second line agrees.',
	},
	'composite-wrong': {
		short: () => 'overall digit wrong',
		sentence: ({printed, expected}) =>
			`The overall check digit at the end of the second line is ${text(printed)}, but the line needs ${text(expected)}. Compare the second line with the picture.`,
	},
	'read-clearly': {
		short: () => 'read clearly',
		sentence: () => 'Every character was read clearly.',
	},
	'read-weakly': {
		short: ({character}) => (character === undefined ? 'not clear' : `${character} not clear`),
		sentence: params =>
			`The character ${text(params.character)}${place(params)} was not read clearly${
				params.perhaps === undefined || params.perhaps === '' ? '' : `; it may be ${params.perhaps}`
			}.`,
	},
	'two-zones-agree': {
		short: () => 'printed text agrees',
		sentence: () => 'The printed part of the page and the machine-readable lines say the same.',
	},
	'two-zones-differ': {
		short: () => 'printed text differs',
		sentence: ({printed, mrz}) =>
			`The printed part of the page says ${text(printed)}, the machine-readable lines say ${text(mrz)}.`,
	},
	'engines-agree': {
		short: () => 'two readers agree',
		sentence: () => 'Two independent readers read the same.',
	},
	'engines-differ': {
		short: () => 'two readers differ',
		sentence: ({value, other}) => `One reader says ${text(value)}, the other says ${text(other)}.`,
	},
	'number-pattern': {
		short: ({issuer}) => `usual for ${text(issuer, 'issuer')}`,
		sentence: ({issuer}) => `The number has the form that ${text(issuer, 'the issuing state')} uses.`,
	},
	'number-pattern-unusual': {
		short: ({issuer}) => `unusual for ${text(issuer, 'issuer')}`,
		sentence: ({issuer, expected}) =>
			`The number does not have the form known for ${text(issuer, 'the issuing state')}${
				expected === undefined ? '' : ` (${expected})`
			}. Compare it with the picture.`,
	},
	'number-pattern-wrong': {
		short: ({issuer}) => `wrong form for ${text(issuer, 'issuer')}`,
		sentence: ({issuer, expected}) =>
			`Numbers of ${text(issuer, 'the issuing state')} have another form${expected === undefined ? '' : ` (${expected})`}: a character is misread.`,
	},
	'blind-spot': {
		short: ({character, twin}) => `${text(character)} may be ${twin === '<' ? 'blank' : text(twin)}`,
		sentence: params =>
			`No check digit can tell ${text(params.character)}${place(params)} from ${params.twin === '<' ? 'a filler' : text(params.twin)}. Compare it with the picture.`,
	},
	repaired: {
		short: ({from}) => (String(from ?? '').length > 16 ? 'corrected' : `was read ${text(from)}`),
		sentence: ({from}) => `It was read as ${text(from)} and corrected; the proof is given beside it.`,
	},
	'several-repairs': {
		short: ({count}) => `${text(count, 'several')} corrections fit`,
		sentence: ({count}) =>
			`${plural(count, 'correction', 'corrections')} would satisfy the check digit, so none was made. Choose the one that the picture shows.`,
	},
	'repair-offered': {
		short: ({value}) => (String(value ?? '').length > 18 ? 'perhaps another value' : `perhaps ${text(value)}`),
		sentence: ({value}) => `It may be ${text(value)}, but nothing printed proves it. Compare it with the picture.`,
	},
	'known-code': {
		short: () => 'known code',
		sentence: ({code}) => `${text(code, 'The code')} is in the list of ICAO.`,
	},
	'unknown-code': {
		short: ({code}) => `${text(code, 'code')} is not a code`,
		sentence: ({code}) => `${text(code, 'This')} is not a code of any state or organisation: a character is misread.`,
	},
	'withdrawn-code': {
		short: () => 'withdrawn code',
		sentence: ({code}) => `${text(code, 'This code')} is no longer given out; it stands on old passports only.`,
	},
	'unofficial-code': {
		short: () => 'unofficial code',
		sentence: ({code}) => `${text(code, 'This code')} is not in the list of ICAO, but it is seen on passports.`,
	},
	specimen: {
		short: () => 'specimen',
		sentence: ({code}) => `${text(code, 'This code')} is used on specimens only: this is nobody's passport.`,
	},
	'issuer-agrees': {
		short: () => 'both lines agree',
		sentence: () => 'Issuing state and nationality, on different lines, say the same.',
	},
	'impossible-date': {
		short: () => 'no such day',
		sentence: ({raw}) => `${text(raw, 'This')} is not a day of the calendar.`,
	},
	'misread-date': {
		short: () => 'date not readable',
		sentence: ({raw}) => `${text(raw, 'This')} is not a date: a character is misread.`,
	},
	'partial-date': {
		short: () => 'day or month unknown',
		sentence: () => 'The passport leaves the day, or the month too, open. Airline systems need a whole date.',
	},
	'birth-unknown': {
		short: () => 'birth date blank',
		sentence: () => 'The machine-readable lines hold no date of birth. Look whether the page prints one.',
	},
	missing: {
		short: () => 'nothing read',
		sentence: () => 'Nothing was read here.',
	},
	'dates-out-of-order': {
		short: () => 'dates out of order',
		sentence: () => 'The dates are out of order: birth must come before issue, and issue before expiry.',
	},
	'validity-unusual': {
		short: ({years}) => (years === undefined ? 'unusual validity' : `valid for ${years} years?`),
		sentence: ({years, usual}) =>
			`It would be valid for ${text(years)} years${usual === undefined ? '' : `; ${usual} is usual`}. Compare the dates with the picture.`,
	},
	century: {
		short: ({year}) => `born ${text(year)}?`,
		sentence: ({year}) =>
			`The lines print two digits of the year; ${text(year)} is the likelier century. Check the age.`,
	},
	expired: {
		short: ({days}) => (days === undefined ? 'expired' : `expired ${plural(days, 'day', 'days')} ago`),
		sentence: ({days}) =>
			days === undefined ? 'The passport has expired.' : `The passport expired ${plural(days, 'day', 'days')} ago.`,
	},
	'expires-soon': {
		short: ({days}) => `${plural(days, 'day', 'days')} left`,
		sentence: ({days}) =>
			`The passport is valid for ${plural(days, 'more day', 'more days')}; many countries ask for six months.`,
	},
	'days-left': {
		short: ({days}) => `${plural(days, 'day', 'days')} left`,
		sentence: ({days}) => `The passport is valid for ${plural(days, 'more day', 'more days')}.`,
	},
	'expires-before': {
		short: ({needed}) => `needed until ${text(needed)}`,
		sentence: ({needed, on}) =>
			`It must be valid until ${text(needed)}${on === undefined ? '' : ` for travel on ${on}`}, and expires earlier.`,
	},
	'schengen-validity': {
		short: () => 'too short for Schengen',
		sentence: ({needed}) =>
			`The Schengen states ask for three months after departure${needed === undefined ? '' : `, here until ${needed}`}; it expires earlier.`,
	},
	'schengen-age': {
		short: () => 'over 10 years old',
		sentence: () => 'The Schengen states ask for a passport issued within the last ten years; this one is older.',
	},
	'schengen-issue-unknown': {
		short: () => 'issue date not known',
		sentence: () =>
			'The Schengen states ask for a passport issued within the last ten years; the machine-readable lines do not say when it was issued.',
	},
	'name-truncated': {
		short: () => 'name may be cut off',
		sentence: () => 'The name fills its line to the end, so it may be cut off. Compare it with the printed name.',
	},
	'name-no-separator': {
		short: () => 'no << in the name',
		sentence: () => 'Nothing separates surname and given names: a name of one part, or a separator that was misread.',
	},
	'name-digit': {
		short: () => 'digit in the name',
		sentence: () => 'A digit cannot stand in a name: a letter is misread.',
	},
	'name-filler': {
		short: () => 'fillers read as letters',
		sentence: () => 'Fillers at the end of the name were read as letters.',
	},
	'no-given-name': {
		short: () => 'no given name',
		sentence: () => 'The passport has no given name. That is lawful.',
	},
	'spelling-variant': {
		short: () => 'other spelling printed',
		sentence: ({printed, mrz}) =>
			`The page prints ${text(printed)}, the lines ${text(mrz)}: two spellings of one name. Tickets follow the lines.`,
	},
	'sex-unspecified': {
		short: () => 'sex not specified',
		sentence: () => 'The machine-readable lines do not specify the sex.',
	},
	'sex-not-readable': {
		short: () => 'sex not readable',
		sentence: ({raw}) => `${text(raw, 'This')} is no sex that a passport prints.`,
	},
	homoglyph: {
		short: () => 'not a Latin letter',
		sentence: ({character, as}) =>
			`A letter ${text(character)} of another alphabet was taken for ${text(as)}. Compare it with the passport.`,
	},
	edited: {
		short: () => 'edited by hand',
		sentence: () => 'A person typed this value.',
	},
	confirmed: {
		short: () => 'confirmed by hand',
		sentence: () => 'A person looked and found it right.',
	},
	'engine-word': {
		short: () => "reader's word only",
		sentence: () => 'Only the recognition service says so; nothing printed proves it.',
	},
	'inner-filler': {
		short: () => 'gap in the number',
		sentence: () => 'The number has a gap; whether the passport prints a space or a hyphen there cannot be told.',
	},
	'wrong-character': {
		short: params => `${text(params.character)} cannot stand here`,
		sentence: params => `${text(params.character)}${place(params)} cannot stand in this field: it is misread.`,
	},
	'not-look-alike': {
		short: ({seen, taken}) => `saw ${text(seen)}, took ${text(taken)}`,
		sentence: params =>
			`${text(params.seen)}${place(params)} was seen clearly, but ${text(params.taken)} fits the rules. Compare it with the picture.`,
	},
	'other-line-possible': {
		short: () => 'another line fits too',
		sentence: () =>
			'Another reading of the line satisfies every check digit nearly as well. Compare it with the picture.',
	},
	'document-kind': {
		short: ({kind}) => documentKinds[String(kind)] ?? 'passport',
		sentence: ({kind, issuer}) =>
			`The letters mean: ${documentKinds[String(kind)] ?? 'passport'}${issuer === undefined ? '' : ` (${issuer})`}.`,
	},
	'unknown-type': {
		short: () => 'type of its own',
		sentence: ({code}) => `What ${text(code, 'the second letter')} means is for the issuing state to say.`,
	},
	'other-document': {
		short: () => 'not a passport',
		sentence: ({shape}) => `This is not a passport but ${shapes[String(shape)] ?? 'another document'}.`,
	},
	'several-passports': {
		short: () => 'several passports',
		sentence: ({count}) =>
			`The picture shows ${text(count, 'several')} passports and only the first was read: take a picture of each.`,
	},
	'printed-unread': {
		short: () => 'page not read',
		sentence: () => 'Only the machine-readable lines were read: what is printed above them could not be.',
	},
	'no-zone': {
		short: () => 'no MRZ found',
		sentence: () => 'There are no machine-readable lines in the text.',
	},
	'line-missing': {
		short: () => 'a line is missing',
		sentence: ({length}) =>
			`Only one line of the two is there${length === undefined ? '' : ` (${length} characters)`}.`,
	},
	'wrong-length': {
		short: ({from}) => `line of ${text(from)} characters`,
		sentence: ({line, from, to}) => `Line ${text(line)} has ${text(from)} characters instead of ${text(to)}.`,
	},
	realigned: {
		short: ({line}) => `line ${text(line)} realigned`,
		sentence: ({line, from, to}) =>
			Number(from) === Number(to)
				? `Line ${text(line)} was brought back into step.`
				: `Line ${text(line)} had ${text(from)} characters and was brought to ${text(to)}.`,
	},
	capitals: {
		short: () => 'made capitals',
		sentence: () => 'Small letters were made capitals.',
	},
	'characters-replaced': {
		short: () => 'signs rewritten',
		sentence: ({from, to}) => `Signs were rewritten: ${text(from)} as ${text(to)}.`,
	},
	'characters-removed': {
		short: () => 'signs removed',
		sentence: ({characters}) => `Signs that cannot stand in the lines were removed: ${text(characters, '')}`.trimEnd(),
	},
	'text-ignored': {
		short: () => 'other text left out',
		sentence: ({lines}) =>
			lines === undefined
				? 'Other text was left out.'
				: `${plural(lines, 'other line was', 'other lines were')} left out.`,
	},
	'statement-differs': {
		short: () => 'differs from its lines',
		sentence: ({value, other}) =>
			`The recognition service says ${text(other)}, but its own machine-readable lines say ${text(value)}.`,
	},
	'personal-number': {
		short: () => 'personal number',
		sentence: ({issuer}) =>
			`${text(issuer, 'This state')} usually prints a personal identity number here: pass it on only where it is needed.`,
	},
};
