import {describe, expect, it} from 'vitest';
import {checkDigits} from '../../../../source/core/passport/mrz/check-digits.ts';
import {parseMrz} from '../../../../source/core/passport/mrz/parse.ts';
import {
	at,
	bare,
	blocks,
	field,
	icao,
	issues,
	judged,
	level,
	mrz,
	notes,
	pasted,
	reasons,
	seen,
	today,
} from '../support.ts';

/** The 33 inputs on which npm mrz 5.0.2, mrz-fast 1.0.9, PassportEye or FastMRZ are wrong, and what is right. */
describe('the 33 cases', () => {
	it.each([[[]], [['', '']]])('of lines %j there is nothing to judge', lines => {
		expect(blocks(judged(bare(lines)))[0]).toBe('no-zone');
		expect(judged(bare(lines)).status).toBe('refused');
	});

	it('1: the ICAO specimen of Utopia is read, and called a specimen', () => {
		const passport = judged(seen(icao));
		expect(passport.status).toBe('clean');
		expect(field(passport, 'issuing_country_code').value).toBe('UTO');
		expect(field(passport, 'passport_number').value).toBe('L898902C3');
		expect(issues(passport)).toContain('specimen');
		expect(blocks(passport)).toEqual([]);
	});

	it('2: Germany prints D, a filler at position 43 and no optional data', () => {
		const passport = judged(
			seen(mrz({issuer: 'D', names: 'MUSTERMANN<<ERIKA', number: 'C01X0006H', optionalDigit: '<'})),
		);
		expect(passport.status).toBe('clean');
		expect(field(passport, 'issuing_country_code')).toMatchObject({value: 'DEU', raw: 'D<<'});
		expect(field(passport, 'holder_country_code').value).toBe('DEU');
		expect(checkDigits('TD3', passport.lines).map(one => one.verdict)).toEqual([
			'verified',
			'verified',
			'verified',
			'not printed',
			'verified',
		]);
	});

	it.each(['XMP', 'IAO', 'XXA', 'XXB', 'XXC', 'XOM', 'UNO', 'EUE', 'RKS', 'GBD', 'GBN'])(
		'3: %s is a code of ICAO',
		code => {
			const passport = judged(seen(mrz({issuer: code})));
			expect(level(passport, 'issuing_country_code')).toBe('supported');
			expect(blocks(passport)).toEqual([]);
		},
	);

	it.each(['ZAR', 'YUG', 'SUN', 'ROM', 'TMP', 'SCG', 'BUR', 'ANT', 'NTZ'])(
		'3: %s is withdrawn, and read with a notice',
		code => {
			const passport = judged(seen(mrz({issuer: code})));
			expect(passport.status).toBe('clean');
			expect(issues(passport)).toContain('withdrawn-code');
		},
	);

	it.each(['XCT', 'XXK'])('3: %s is in no list, and read with a notice', code => {
		const passport = judged(seen(mrz({issuer: code})));
		expect(passport.status).toBe('clean');
		expect(issues(passport)).toContain('unofficial-code');
	});

	it.each(['WSA', 'USB'])('4: %s is no code', code => {
		const passport = judged(seen(mrz({issuer: code})));
		expect(level(passport, 'issuing_country_code')).toBe('refuted');
		expect(passport.status).toBe('check');
	});

	it.each(['PG', 'PH', 'PF', 'PI', 'PY', 'PP', 'PO'])(
		'5: %s is a passport of a kind that only its issuer can name',
		type => {
			const passport = judged(seen(mrz({type})));
			expect(passport.status).toBe('clean');
			expect(field(passport, 'document_type').value).toBe(type);
			expect(reasons(passport, 'document_type')).toContain('unknown-type');
		},
	);

	it('6: P1 is asked about: PI and PL are offered, neither is taken', () => {
		const passport = judged(bare(mrz({type: 'P1'})));
		expect(field(passport, 'document_type').value).toBe('P1');
		expect(field(passport, 'document_type').alternatives.map(one => one.value)).toEqual(['PI', 'PL']);
		expect(blocks(passport)).toContain('wrong-character');
	});

	it('7: an X for the sex is accepted as unspecified, with a notice', () => {
		const passport = judged(seen(mrz({sex: 'X'})));
		expect(field(passport, 'sex').value).toBe('X');
		expect(passport.status).toBe('clean');
		expect(issues(passport)).toContain('sex-unspecified');
	});

	it.each([
		['7408<<', '1974-08'],
		['74<<<<', '1974'],
	])('8: birth %s is the partial date %s', (birth, value) => {
		const passport = judged(seen(mrz({birth})));
		expect(field(passport, 'birth_date').value).toBe(value);
		expect(passport.status).toBe('clean');
		expect(issues(passport)).toContain('partial-date');
	});

	it('8: a blank birth is unknown, and a person must look', () => {
		const passport = judged(seen(mrz({birth: '<<<<<<'})));
		expect(field(passport, 'birth_date').value).toBe('');
		expect(blocks(passport)).toEqual(['birth-unknown']);
	});

	it.each(['74<812', '7<0812', '<40812', '740<12', '74081<', '74<<12'])('9: birth %s is a misread', birth => {
		const passport = judged(seen(mrz({birth})));
		expect(level(passport, 'birth_date')).toBe('refuted');
		expect(blocks(passport)).toContain('misread-date');
	});

	it.each(['740231', '740431', '740001', '741301', '740800', '750229'])(
		'10: birth %s is no day, though its digits agree',
		birth => {
			const passport = judged(seen(mrz({birth})));
			expect(level(passport, 'birth_date')).toBe('refuted');
			expect(blocks(passport)).toContain('impossible-date');
		},
	);

	it('11: born 300101, expiring 320101, is born in 1930, and the century is to be checked', () => {
		const passport = judged(seen(mrz({birth: '300101', expiry: '320101'})));
		expect(field(passport, 'birth_date').value).toBe('1930-01-01');
		expect(field(passport, 'expiry_date').value).toBe('2032-01-01');
		expect(issues(passport)).toContain('century');
	});

	it('12: a birth in 2020 and an expiry in 2010 are out of order', () => {
		const passport = judged(seen(mrz({birth: '200101', expiry: '100101'})));
		expect(blocks(passport)).toContain('dates-out-of-order');
		expect(passport.status).toBe('check');
	});

	it('13: a blank expiry is missing', () => {
		const passport = judged(seen(mrz({expiry: '<<<<<<'})));
		expect(level(passport, 'expiry_date')).toBe('refuted');
		expect(blocks(passport)).toContain('missing');
	});

	it('14: 39 letters without << are one name, perhaps cut off, and no given name is invented', () => {
		const passport = judged(seen(mrz({names: 'PAPANDROPOULOUSPAPANDROPOULOUSPAPANDROPO'.slice(0, 39)})));
		expect(field(passport, 'surname_english').value).toHaveLength(39);
		expect(field(passport, 'given_name_english').value).toBe('');
		expect(issues(passport)).toEqual(expect.arrayContaining(['name-truncated', 'name-no-separator']));
	});

	it('15: a letter at position 44 means that the name may be cut off', () => {
		const names = 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K';
		const passport = judged(seen(mrz({names})));
		expect(names).toHaveLength(39);
		expect(field(passport, 'given_name_english').value).toBe('CHAYAPA DEJTHAMRONG K');
		expect(issues(passport)).toContain('name-truncated');
		expect(passport.status).toBe('clean');
	});

	it('16: the digit in ERIKSS0N is made a letter, and shown', () => {
		const passport = judged(bare(mrz({names: 'ERIKSS0N<<ANNA<MARIA'})));
		expect(field(passport, 'surname_english')).toMatchObject({value: 'ERIKSSON', repairedFrom: 'ERIKSS0N'});
		expect(issues(passport)).toContain('repaired');
		expect(level(passport, 'surname_english')).toBe('unverified');
		expect(level(passport, 'given_name_english')).toBe('unverified');
	});

	it('16: a 3 in a name looks like no letter, and stays refuted', () => {
		const passport = judged(bare(mrz({names: 'E3IKSSON<<ANNA'})));
		expect(level(passport, 'surname_english')).toBe('refuted');
		expect(blocks(passport)).toContain('name-digit');
	});

	it('17: a run of one letter to the end of the line is fillers', () => {
		const passport = judged(bare(mrz({names: 'ERIKSSON<<ANNA<MARIA'.padEnd(39, 'K')})));
		expect(field(passport, 'given_name_english')).toMatchObject({
			value: 'ANNA MARIA',
			repairedFrom: `ANNA<MARIA${'K'.repeat(19)}`,
		});
		expect(reasons(passport, 'given_name_english')).toContain('name-filler');
		expect(passport.status).toBe('check');
	});

	it.each([
		['ERIKSSON<<ANNA<MARIA<<<<<<KK<<<<<C<<<<<', 'ANNA MARIA'],
		['ERIKSSON<<ANNA<MARIA<KKKKK<<<<<<<<<<<<<', 'ANNA MARIA'],
		['ERIKSSON<<ANNA<<<<<<<<<<<<<<<<<<<<<<LLL', 'ANNA'],
	])('17: %s: letters among the last fillers are fillers', (names, given) => {
		expect(field(judged(bare(mrz({names}))), 'given_name_english').value).toBe(given);
	});

	it('17: letters after the fillers that are not like fillers are refuted, not dropped', () => {
		const passport = judged(bare(mrz({names: 'ERIKSSON<<ANNA<<<<<<<MARIA'})));
		expect(level(passport, 'given_name_english')).toBe('refuted');
		expect(blocks(passport)).toContain('name-filler');
	});

	it('18: ERIKSSONK<ANNA<MARIA has no <<, and the likely one is offered', () => {
		const passport = judged(seen(mrz({names: 'ERIKSSONK<ANNA<MARIA'})));
		expect(field(passport, 'surname_english').value).toBe('ERIKSSONK ANNA MARIA');
		expect(field(passport, 'surname_english').alternatives).toContainEqual({value: 'ERIKSSON', source: 'repair'});
		expect(field(passport, 'given_name_english').alternatives).toContainEqual({value: 'ANNA MARIA', source: 'repair'});
		expect(blocks(passport)).toContain('name-no-separator');
	});

	it('19: O for 0 in a number is undone by its check digit, and flagged for as long as nothing else proves it', () => {
		const [first, second] = mrz({issuer: 'UTO', number: 'L898902C3'});
		const passport = judged(bare([first, at(second, 5, 'O')]));
		expect(field(passport, 'passport_number')).toMatchObject({value: 'L898902C3', repairedFrom: 'L8989O2C3'});
		expect(reasons(passport, 'passport_number')).toContain('repaired');
		expect(level(passport, 'passport_number')).toBe('unverified');
	});

	it('19: where the form of the issuer proves it too, it is supported', () => {
		const [first, second] = mrz({issuer: 'GBR', number: '107182890'});
		const passport = judged(bare([first, at(second, 1, 'O')]));
		expect(field(passport, 'passport_number')).toMatchObject({value: '107182890', repairedFrom: '1O7182890'});
		expect(level(passport, 'passport_number')).toBe('supported');
	});

	it('20: a Chinese number read 612345678 must begin with a letter: G12345678', () => {
		const passport = judged(bare(mrz({issuer: 'CHN', number: '612345678'})));
		expect(field(passport, 'passport_number')).toMatchObject({value: 'G12345678', repairedFrom: '612345678'});
		expect(reasons(passport, 'passport_number')).toEqual(expect.arrayContaining(['repaired', 'number-pattern']));
	});

	it('21: E810S2281 for EB1052281: two errors that cancel are seen by the form', () => {
		const passport = judged(bare(mrz({issuer: 'CHN', number: 'E810S2281'})));
		expect(checkDigits('TD3', mrz({issuer: 'CHN', number: 'E810S2281'}))[0]!.verdict).toBe('verified');
		expect(level(passport, 'passport_number')).toBe('unverified');
		expect(field(passport, 'passport_number').alternatives.map(one => one.value)).toEqual(['E81082281', 'EB1052281']);
		expect(blocks(passport)).toContain('several-repairs');
	});

	it('22: O in a birth date is a 0, by class and by check digit', () => {
		const [first, second] = mrz();
		const passport = judged(bare([first, at(second, 15, 'O')]));
		expect(field(passport, 'birth_date')).toMatchObject({value: '1974-08-12', repairedFrom: '74O812'});
		expect(level(passport, 'birth_date')).toBe('supported');
	});

	it('23: nationality U5A is USA, because line 1 says so', () => {
		const passport = judged(bare(mrz({nationality: 'U5A'})));
		expect(field(passport, 'holder_country_code')).toMatchObject({value: 'USA', repairedFrom: 'U5A'});
		expect(level(passport, 'holder_country_code')).toBe('supported');
	});

	it('24: nationality U7O with another issuer stays unresolved; UTO is offered, UZO is never made up', () => {
		const passport = judged(bare(mrz({nationality: 'U7O'})));
		expect(level(passport, 'holder_country_code')).toBe('refuted');
		expect(field(passport, 'holder_country_code').alternatives).toEqual([{value: 'UTO', source: 'repair'}]);
	});

	it.each([
		['43 in line 1', icao[0].slice(0, 43), icao[1]],
		['45 in line 1', `${icao[0]}<`, icao[1]],
		['42 in line 2', icao[0], icao[1].replace('<<<<<', '<<<')],
		['46 in line 2', icao[0], icao[1].replace('<<<<<', '<<<<<<<')],
		['42 in both', icao[0].slice(0, 42), icao[1].replace('<<<<<', '<<<')],
	])('25: %s characters are brought back into step, and said', (_, first, second) => {
		const text = `${first}\n${second}`;
		expect(parseMrz(text).reading!.lines.map(line => line.text)).toEqual(icao);
		expect(notes(text)).toContain('realigned');
	});

	it.each([
		['a trailing newline', `${icao.join('\n')}\n`],
		['Windows line ends', icao.join('\r\n')],
		['a byte order mark', `\ufeff${icao.join('\n')}`],
		['a line above and one below', `Passport No. 12\n${icao.join('\n')}\nscanned`],
		['one line of 88', icao.join('')],
		['spaces between', icao.join('\n').replaceAll(/(.{4})/g, '$1 ')],
		['HTML', icao.join('\n').replaceAll('<', '&lt;')],
	])('26: the pair is found with %s', (_, text) => {
		expect(parseMrz(text).reading!.lines.map(line => line.text)).toEqual(icao);
	});

	it('27: lower case is made capitals, and said', () => {
		const text = icao.join('\n').toLowerCase();
		expect(parseMrz(text).reading!.lines.map(line => line.text)).toEqual(icao);
		expect(notes(text)).toContain('capitals');
	});

	it('28: « stands for two fillers', () => {
		const text = icao.join('\n').replaceAll('<<', '«');
		expect(parseMrz(text).reading!.lines.map(line => line.text)).toEqual(icao);
		expect(notes(text)).toContain('characters-replaced');
	});

	it('29: an escape sequence in the name is dropped, and never comes out', () => {
		const text = icao.join('\n').replace('ANNA', '\u001b[31mANNA\u001b[0m');
		expect(field(pasted(text), 'given_name_english').value).toBe('ANNA MARIA');
		expect(notes(text)).toContain('characters-removed');
		const direct = judged(bare(icao.map(line => line.replace('ANNA', '\u001b[31mANNA'))));
		expect(JSON.stringify(direct)).not.toContain('u001b');
	});

	it('30: a Cyrillic А is reported, not swallowed', () => {
		const text = icao.join('\n').replace('ANNA', 'АNNA');
		const {notes: found} = parseMrz(text);
		expect(found).toContainEqual({code: 'homoglyph', params: {character: 'А', as: 'A'}, blocks: true});
		expect(field(pasted(text), 'given_name_english').value).toBe('ANNA MARIA');
		expect(blocks(judged(bare(icao.map(line => line.replace('ANNA', 'АNNA')))))).toContain('homoglyph');
	});

	it('31: only the composite is wrong: each field keeps its proof, the composite is refuted', () => {
		const [first, second] = mrz({issuer: 'GBR', number: '107182890'});
		const wrong = at(second, 43, String((Number(second[43]) + 5) % 10));
		const passport = judged(seen([first, wrong]));
		expect(['passport_number', 'birth_date', 'expiry_date'].map(key => level(passport, key as 'birth_date'))).toEqual([
			'verified',
			'verified',
			'verified',
		]);
		expect(blocks(passport)).toEqual(['composite-wrong']);
	});

	it('32: a gap within a number is shown, and no character is claimed there', () => {
		const passport = judged(seen(mrz({issuer: 'UTO', number: 'AB<12<34'})));
		expect(field(passport, 'passport_number')).toMatchObject({value: 'AB 12 34', raw: 'AB<12<34<'});
		expect(reasons(passport, 'passport_number')).toContain('inner-filler');
	});

	it('33: a visa is called a visa', () => {
		const lines = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
		const passport = pasted(lines.join('\n'));
		expect(passport.shape).toBe('MRV-A');
		expect(blocks(passport)).toEqual([]);
		expect(field(passport, 'surname_english').value).toBe('ERIKSSON');
	});

	it('today is given, never looked up', () => {
		const reading = seen(mrz({expiry: '310415'}));
		expect(issues(judged(reading, {today: {...today, year: 2032}}))).toContain('expired');
		expect(issues(judged(reading))).not.toContain('expired');
	});
});
