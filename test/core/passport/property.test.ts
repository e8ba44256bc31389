import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fields} from '../../../source/core/passport/model/fields.ts';
import type {Passport} from '../../../source/core/passport/model/passport.ts';
import {parseMrz} from '../../../source/core/passport/mrz/parse.ts';
import {lookAlikes} from '../../../source/core/passport/tables/look-alikes.ts';
import {formed, linesOf, unformed} from './generate.ts';
import {at, bare, field, judged, seen} from './support.ts';

const anyPassport = fc.oneof(formed, unformed);

/** A passport, and the same with one character read as a look-alike of it. */
const misread = fc.tuple(anyPassport, fc.nat(), fc.nat()).map(([parts, where, which]) => {
	const truth = linesOf(parts);
	const places = truth.flatMap((line, index) =>
		[...line].flatMap((character, position) => [...lookAlikes(character)].map(twin => ({line: index, position, twin}))),
	);
	const chosen = places[where % places.length]!;
	const same = places.filter(one => one.line === chosen.line && one.position === chosen.position);
	const {line, position, twin} = same[which % same.length]!;
	const read = truth.map((text, index) => (index === line ? at(text, position, twin) : text));
	return {truth, read, line, position};
});

/** Deciding fields that are shown with a value that the passport does not print, and look proven. */
const silent = (passport: Passport, truth: Passport, levels: readonly string[]): string[] =>
	fields
		.filter(one => one.decides)
		.map(one => one.key)
		.filter(key => field(passport, key).value !== field(truth, key).value)
		.filter(key => levels.includes(field(passport, key).evidence.level));

const runs = {numRuns: 500} as const;

describe('for any valid passport', () => {
	it('a reading without margins proves number and dates or says why not, and refutes nothing', () => {
		fc.assert(
			fc.property(anyPassport, parts => {
				const passport = judged(bare(linesOf(parts)));
				expect(passport.fields.filter(one => one.evidence.level === 'refuted')).toEqual([]);
				const birth = field(passport, 'birth_date').evidence;
				const isCenturyOpen = birth.reasons.some(({code}) => code === 'century');
				expect(birth.level).toBe(isCenturyOpen ? 'supported' : 'verified');
				expect(field(passport, 'expiry_date').evidence.level).toBe('verified');
				expect(passport.lines).toEqual(linesOf(parts));
			}),
			runs,
		);
	});

	it('a clear reading of one with a known form is clean', () => {
		fc.assert(
			fc.property(formed, parts => {
				expect(judged(seen(linesOf(parts))).status).toBe('clean');
			}),
			runs,
		);
	});

	it('one misread character is caught, repaired to the truth, or flagged', () => {
		fc.assert(
			fc.property(misread, ({truth, read}) => {
				const passport = judged(bare(read));
				expect(silent(passport, judged(bare(truth)), ['verified', 'supported'])).toEqual([]);
			}),
			{numRuns: 1500},
		);
	});

	it('one misread character that was seen weakly leaves nothing wrong in a clean result', () => {
		fc.assert(
			fc.property(misread, ({truth, read, line, position}) => {
				const passport = judged(seen(read, (l, p) => (l === line && p === position ? 0.5 : 9)));
				const wrong = silent(passport, judged(bare(truth)), ['verified', 'supported']);
				expect(passport.status === 'clean' ? wrong : []).toEqual([]);
			}),
			runs,
		);
	});

	it('one misread character that was seen as clearly as the others never makes a wrong value verified', () => {
		fc.assert(
			fc.property(misread, ({truth, read}) => {
				expect(silent(judged(seen(read)), judged(bare(truth)), ['verified'])).toEqual([]);
			}),
			{numRuns: 1500},
		);
	});
});

describe('for any input at all', () => {
	const anyText = fc.oneof(
		fc.string({maxLength: 200}),
		fc.string({unit: 'binary', maxLength: 200}),
		fc
			.array(fc.constantFrom(...'P<UTO0123456789ABCK«\n \u001b[m\u200b'), {maxLength: 200})
			.map(parts => parts.join('')),
	);

	it('parsing never throws, and says what it did when it found nothing', () => {
		fc.assert(
			fc.property(anyText, text => {
				const {reading, notes} = parseMrz(text);
				if (!reading) expect(notes.length).toBeGreaterThan(0);
				else expect(reading.lines.every(line => /^[A-Z0-9<]+$/.test(line.text))).toBe(true);
			}),
			runs,
		);
	});

	it('judging never throws, and lets out nothing that an MRZ cannot hold', () => {
		fc.assert(
			fc.property(
				fc.array(anyText, {maxLength: 3}),
				fc.constantFrom('TD3', 'TD2', 'TD1', 'MRV-A', 'MRV-B'),
				(lines, shape) => {
					const passport = judged(bare(lines, {shape}));
					for (const line of passport.lines) expect(line).toMatch(/^[A-Z0-9<]*$/);
					for (const one of passport.fields) expect(one.value).toMatch(/^[A-Z0-9 '-]*$/);
				},
			),
			runs,
		);
	});
});
