import {describe, expect, it} from 'vitest';
import {parseMrz} from '../../../../source/core/passport/mrz/parse.ts';
import {at, blocks, field, icao, issues, mrz, notes, pasted} from '../support.ts';

const texts = (text: string) => parseMrz(text).reading?.lines.map(line => line.text);

describe('the MRZs of other documents', () => {
	it('TD1 gives its fields (9303-5, appendix B)', () => {
		const passport = pasted(
			'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
		);
		expect(passport.shape).toBe('TD1');
		expect(Object.fromEntries(passport.fields.map(one => [one.key, one.value]))).toMatchObject({
			passport_number: 'D23145890',
			surname_english: 'ERIKSSON',
			given_name_english: 'ANNA MARIA',
			birth_date: '1974-08-12',
			expiry_date: '2012-04-15',
			sex: 'F',
			holder_country_code: 'UTO',
			document_type: 'I',
		});
		expect(blocks(passport)).toEqual([]);
	});

	it('TD2 (9303-6, appendix B)', () => {
		const passport = pasted('I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6');
		expect(passport.shape).toBe('TD2');
		expect(field(passport, 'passport_number').value).toBe('D23145890');
		expect(blocks(passport)).toEqual([]);
	});

	it('MRV-A and MRV-B have no composite (9303-7, appendix B)', () => {
		const a = pasted('V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<');
		const b = pasted('V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<');
		for (const [passport, shape] of [
			[a, 'MRV-A'],
			[b, 'MRV-B'],
		] as const) {
			expect(passport.shape).toBe(shape);
			expect(field(passport, 'holder_country_code').value).toBe('XXX');
			expect(issues(passport)).not.toContain('composite-wrong');
		}
	});

	it('a card of passport size is no passport', () => {
		expect(blocks(pasted(mrz({type: 'I<'}).join('\n')))).toContain('other-document');
	});
});

describe('messy text', () => {
	it('full-width letters are narrowed, and said', () => {
		const wide = icao.join('\n').replace(/[!-~]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
		expect(texts(wide)).toEqual(icao);
		expect(notes(wide)).toContain('characters-replaced');
	});

	it('an MRZ among other lines is found, wherever it is', () => {
		const page = ['PASSPORT', 'Type P Code UTO', 'Surname ERIKSSON', ...icao, '', 'page 1 of 1'].join('\n');
		expect(texts(page)).toEqual(icao);
		expect(notes(page)).toEqual(expect.arrayContaining(['text-ignored']));
	});

	it('of two MRZs the one whose digits agree is taken', () => {
		const other = mrz({issuer: 'UTO', number: 'XX'}).map(line => at(line, 30, 'Q'));
		expect(texts([...icao, ...other].join('\n'))).toEqual(icao);
		expect(texts([...other, ...icao].join('\n'))).toEqual(icao);
	});

	it('a lost filler after the P is put back', () => {
		expect(texts(`${icao[0].replace('P<', 'P')}\n${icao[1]}`)).toEqual(icao);
	});

	it('a lost filler in a short number is put back where the digits say', () => {
		const lines = mrz({issuer: 'CAN', number: 'ZE000509'});
		expect(texts(`${lines[0]}\n${lines[1].replace('<', '')}`)).toEqual(lines);
	});

	it('a doubled character is taken out where the digits say', () => {
		const lines = mrz({issuer: 'GBR', number: '107182890'});
		expect(texts(`${lines[0]}\n${lines[1].slice(0, 5)}${lines[1][4]}${lines[1].slice(5)}`)).toEqual(lines);
	});

	it('what was put in without proof blocks', () => {
		const lines = [icao[0], icao[1].replace('ZE184226B', 'ZE18426B').replace('7408122', '7408133')];
		expect(parseMrz(lines.join('\n')).notes).toMatchObject([{code: 'realigned', blocks: true}]);
	});

	it.each([
		['nothing', '', 'no-zone'],
		['prose', 'Dear Sir, please find enclosed', 'no-zone'],
		['one line', icao[1], 'line-missing'],
		['a line and the beginning of the other', `${icao[0]}\nL898902C36`, 'line-missing'],
		['a second line that is too short', `${icao[0]}\n${icao[1].slice(0, 36)}`, 'wrong-length'],
		['a second line that is too long', `${icao[0]}\n${icao[1]}12345`, 'wrong-length'],
		['a first line that is too short', `${icao[0].slice(0, 30)}\n${icao[1]}`, 'wrong-length'],
		['the second line twice', `${icao[1]}\n${icao[1]}`, 'line-missing'],
		['the second line twice on one line', icao[1] + icao[1], 'line-missing'],
		['the first line twice on one line', `${icao[0]} ${icao[0]}`, 'line-missing'],
		['the lines in the wrong order', `${icao[1]}\n${icao[0]}`, 'lines-swapped'],
		['a sentence and a second line', `Please read these passports before the evening\n${icao[1]}`, 'line-missing'],
	])('%s is no mrz, and the reason is said', (_, text, code) => {
		expect(parseMrz(text).reading).toBeUndefined();
		expect(notes(text)).toContain(code);
	});

	it('a megabyte is looked at from its end', () => {
		expect(texts(`${'x'.repeat(1_000_000)}\n${icao.join('\n')}`)).toEqual(icao);
	});

	it('a clean paste has no notes', () => {
		expect(notes(icao.join('\n'))).toEqual([]);
	});
});
