import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {notice} from '../../source/core/passport/judge/finding.ts';
import {journalFolder} from '../../source/core/settings/folder.ts';
import {saveSettings} from '../../source/core/settings/settings.ts';
import {messages} from '../../source/text/index.ts';
import {runCli} from '../support/cli.ts';
import {fakeEngine} from '../support/fake-engine.ts';
import {type LineOptions, walk as walkLines} from '../support/lines.ts';
import {folderOf} from '../support/pictures.ts';
import {misprinted, mrz, numbered, reading, withExpiry} from '../support/records.ts';
import {typingLines} from '../support/resumed.ts';
import {openAlone} from '../support/session-alone.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** Another passport, of which a letter is not clear. */
const doubtful = reading(numbered(1), [[0, 8]]);

const readsDoubt = () => fakeEngine({answer: ({path}) => (path.endsWith('doubt.png') ? doubtful : reading())});

const walk = (names: readonly string[], answers: readonly string[], options: LineOptions = {}) =>
	walkLines(names, answers, {engine: readsDoubt(), ...options});

const journalOf = (folder: string) => journalFolder(join(folder, '.settings'), {env: {}});

const reviewOf = (folder: string, name: string) =>
	(JSON.parse(readFileSync(join(folder, name), 'utf8')) as {passport_ocr: {review: {state: string}}}).passport_ocr
		.review.state;

describe('the guided session as lines', () => {
	it.each([
		['en', /1 of 2\. anna\.png: ERIKSSON ANNA MARIA, proven/, /To check, because: \S/, /2 rows written to/],
		['zh', /第 1 张，共 2 张。anna\.png：ERIKSSON ANNA MARIA，已验证/, /需要核对，原因：\S/, /已导出 2 行/],
	] as const)('goes from the pictures to the list, one question at a time: %s', async (language, line, why, end) => {
		const {said, folder, left} = await walk(['anna.png', 'doubt.png'], ['', '', '', '', ''], {language});
		expect(said).toMatch(line);
		expect(said).toMatch(why);
		expect(said).toMatch(end);
		expect(left).toEqual([]);
		expect(readdirSync(folder)).toContain('passports-2026-11-22.xlsx');
		expect(reviewOf(folder, 'doubt.json')).toBe('accepted');
		expect(said).not.toMatch(/\u001b|[▸│─█✓✗]/);
		// Nothing is said twice but what is asked again.
		const told = said.split('\n').filter(one => one.includes('.png'));
		expect(new Set(told).size).toBe(told.length);
	});

	it('says that a picture was replaced before it asks about the proven ones, and asks about it alone', async () => {
		const folder = folderOf(['1.png', '2.png']);
		const engine = fakeEngine({
			concurrency: 1,
			answer({path}) {
				if (path.endsWith('2.png')) writeFileSync(join(folder, '1.png'), 'another picture');
				return reading(numbered(path.endsWith('2.png') ? 2 : 1));
			},
		});
		const {said} = await walk(['1.png', '2.png'], ['', '/q'], {engine, folder});
		expect(said).toContain('Replaced since it was read: 1.png.');
		expect(said).toContain('The picture has changed since it was read');
		expect(said).not.toContain('2 proven passports');
	});

	it.each([
		['', 'Reading stays on this computer.'],
		['y', '2 of 2. doubt.png'],
	] as const)('asks once before it sends what is not proven: %j', async (answer, then) => {
		const names = ['anna.png', 'doubt.png'];
		const {said} = await walk(names, ['', answer, '/q'], {chosen: 'auto'});
		expect(said.split('Send 1 picture to netocr.com (China) as well?')).toHaveLength(2);
		expect(said).toContain(then);
		// Nothing is said of it before that is final.
		expect(said.split('doubt.png: ')).toHaveLength(2);
		expect(said.indexOf('doubt.png: ')).toBeGreaterThan(said.indexOf('Send 1 picture'));
	});

	it.each([
		['en', '1 picture: The MRZ is blurred.'],
		['zh', '1 张图片：机读码模糊。'],
	] as const)('says what a better picture would mend before it asks to send: %s', async (language, sentence) => {
		const blurred = {...doubtful, advice: [notice('picture-blurred')]};
		const engine = fakeEngine({answer: ({path}) => (path.endsWith('doubt.png') ? blurred : reading())});
		const {said} = await walk(['anna.png', 'doubt.png'], ['', '', '/q'], {chosen: 'auto', engine, language});
		expect(said.split(sentence)).toHaveLength(2);
		expect(said.indexOf(sentence)).toBeLessThan(said.indexOf('netocr.com'));
	});

	it('reads only the pictures whose names have a part', async () => {
		const {said} = await walk(['march 1.png', 'march 2.png', 'april.png'], ['none', 'MARCH', '', '', 'n']);
		expect(said).toContain('No file name contains that.');
		expect(said).toContain('2 pictures fit: march 1.png, march 2.png');
		expect(said).toContain('2 of 2. ');
		expect(said).not.toContain('april.png:');
	});

	it('takes what is typed for a field, says what cannot be, and undoes it', async () => {
		const {said, folder} = await walk(['doubt.png'], ['/?', '/l', '/i', '123', 'ericsson', '/q']);
		expect(said).toMatch(/SHA-256|sha256/i);
		expect(said).toContain('/x: reject the passport');
		expect(said).toContain('E R I K S S O N');
		expect(said).toContain('That cannot be:');
		expect(said).toContain('Surname is now ERICSSON.');
		expect(reviewOf(folder, 'doubt.json')).toBe('edited');
		expect(said).toContain('Stopped.');
	});

	it('asks for what was not read when that is wanted, and writes what is typed into the list', async () => {
		const answers = ['/f', '', 'Zenith', 'someday', '2022-08-12', '', '', '', '', 'csv', '', '/q'];
		const {said, folder} = await walk(['doubt.png'], answers);
		expect(said).toContain('Place of birth: nothing was read. Type it as printed. Empty: leave it.');
		expect(said).toContain('Place of birth is now Zenith.');
		expect(said).toContain('That cannot be:');
		expect(said).toContain('Date of issue is now 2022-08-12.');
		expect(said.split('Date of issue: nothing was read.')).toHaveLength(3);
		const [list] = readdirSync(folder).filter(name => name.endsWith('.csv'));
		expect(readFileSync(join(folder, list!), 'utf8')).toMatch(/Zenith.*2022-08-12|2022-08-12.*Zenith/);
		expect(reviewOf(folder, 'doubt.json')).toBe('edited');
	});

	it('takes a second empty answer to accept a value against its check digit', async () => {
		const engine = fakeEngine({answer: () => reading(misprinted)});
		const {said, folder} = await walk(['1.png'], ['L898902C3', '', '/?', '', '', '/q'], {engine});
		expect(said).toContain('That is the value already, so nothing is decided.');
		expect(said.match(/Something printed speaks against it: Passport number/g)).toHaveLength(1);
		expect(reviewOf(folder, '1.json')).toBe('accepted');
	});

	it('says of a date against the other dates that it is, and takes a second answer to keep it', async () => {
		const engine = fakeEngine({answer: () => reading(withExpiry('350406'))});
		const answers = ['n', '/e', '', '', '', '', '', '', '06 APR 1935', '', '/q'];
		const {said} = await walk(['1.png'], answers, {engine});
		expect(said).toMatch(/Date of expiry 1935-04-06\. The dates are out of order.* Empty: keep it as typed/);
		expect(said).toMatch(/keep it as typed.*\n> \nDate of expiry is now 1935-04-06\./);
	});

	it.each(['06 APR/AVR 2035', '35-13-45', '--', 'x1'])('refuses %s as a name, and says why', async typed => {
		const {said} = await walk(['1.png'], ['n', '/e', '', typed, '/q']);
		expect(said).toMatch(/That cannot be: A name (?:cannot hold \d|needs at least one letter)/);
		expect(said).not.toContain('is now');
	});

	it('says an Excel file, not a excel file', async () => {
		const {said} = await walk(['1.png'], ['', '', 'a.csv', 'a.xlsx']);
		expect(said).toContain('a.csv is not the name of an Excel file');
	});

	it('rejects, skips, and undoes; what was said stays', async () => {
		const {said, folder} = await walk(
			['1 doubt.png', '2 doubt.png'],
			['', '/x', '/u', '/s', '/a', 'csv', 'a.xlsx', '', 'what', 'o'],
		);
		expect(said).toContain('a.xlsx is not the name of a CSV file: end it in .csv');
		expect(said).toContain('Rejected: ERIKSSON ANNA MARIA.');
		expect(said).toContain(
			'1 accepted, 1 of these accepted although not proven, 1 skipped. Empty: write all 2. o: only the 1 accepted.',
		);
		expect(said).toContain('In the list: 1 accepted, 1 of these accepted although not proven. Left out: 1 skipped.');
		expect(said).toContain('Undone: rejecting ERIKSSON ANNA MARIA.');
		expect(said).toContain('Skipped, still to check: ERIKSSON ANNA MARIA.');
		expect(said).toContain('1 accepted, 0 rejected, 1 not checked.');
		expect(existsSync(join(folder, 'passports-2026-11-22.csv'))).toBe(true);
	});

	it('writes everyone who was read, unless asked to write only the accepted', async () => {
		const engine = fakeEngine({
			concurrency: 1,
			answer: ({path}) => {
				if (path.endsWith('bad.png')) throw new AppError('NO_PASSPORT_FOUND');
				return path.endsWith('doubt.png') ? doubtful : reading(numbered(7));
			},
		});
		const {said} = await walk(['1 doubt.png', '2.png', 'bad.png'], ['', '', '', 'n', '/s', '', '', ''], {engine});
		expect(said).toContain('1 accepted, 1 skipped, 1 failed. Empty: write all 2.');
		expect(said).toContain('2 rows written to');
		expect(said).toContain('In the list: 1 accepted, 1 skipped. Left out: 1 failed.');
	});

	it('says why a picture was not read and what to do, and continues', async () => {
		const engine = fakeEngine({
			answer: ({path}) => {
				if (path.endsWith('1.png')) throw new AppError('NO_PASSPORT_FOUND');
				return reading();
			},
		});
		const {said} = await walk(['1.png', '2.png'], ['', '', 'n'], {engine});
		expect(said).toMatch(/1\.png: no passport found\n.+data page/);
		expect(said).toContain('1 proven, 1 failed.');
	});

	it('looks at proven ones one by one when asked to, with every value', async () => {
		const {said} = await walk(['1.png', '2.png'], ['', 'n', '', '/x', 'n']);
		expect(said).toContain('Passport number: L898902C3');
		expect(said).toContain('1 accepted, 1 rejected, 0 not checked.');
	});

	it('sends nothing without a yes', async () => {
		const engine = fakeEngine();
		const {said} = await walk(['1.png'], ['maybe', '', '/q'], {chosen: 'xiangyun', engine});
		expect(said).toMatch(/Send 1 picture to .*netocr\.com/);
		expect(said).toContain('Please choose one of the answers.');
		// As on the screen: the engine is to be chosen again.
		expect(said).toMatch(/> \nWhich recognition engine\?/);
		expect(engine.reads).toEqual([]);
	});

	it('reads on this computer what is not to be sent, when asked to', async () => {
		const {said} = await walk(['1.png'], ['o', '', 'n'], {chosen: 'xiangyun'});
		expect(said).toContain('Reading stays on this computer.');
		expect(said).toContain('1 of 1. 1.png');
	});

	it('counts before it asks only what would be sent, and asks nothing where that is nothing', async () => {
		const engine = fakeEngine({id: 'xiangyun', answer: () => reading()});
		const {folder} = await walk(['1.png'], ['y', '/q'], {chosen: 'xiangyun', engine});
		const none = await walk([], ['/q'], {chosen: 'xiangyun', engine, folder});
		expect(none.said).not.toContain('It may cost money');
		expect(none.said).toContain('read before');
		const one = await walk(['2.png'], ['', '/q'], {chosen: 'xiangyun', engine, folder});
		expect(one.said).toContain('Send 1 picture to');
		expect(engine.reads).toHaveLength(1);
	});

	it('asks before more is sent to a service that fails at every picture', async () => {
		const failing = () => fakeEngine({id: 'xiangyun', concurrency: 1});
		const names = ['1.png', '2.png', '3.png', '4.png', '5.png'];
		const walkTo = async (answer: string) => {
			const engine = failing();
			const ended = walk(names, ['', 'y', answer, '/q'], {chosen: 'xiangyun', engine});
			for (let count = 0; count < 3; count++) {
				(await engine.next()).fail(new AppError('TIMEOUT', {sent: 'perhaps'}));
			}
			return {engine, ended};
		};
		const no = await walkTo('');
		const {said} = await no.ended;
		expect(said).toContain('Send the other 2 pictures? y: send them. Empty: not now.');
		expect(no.engine.reads).toHaveLength(3);
		const yes = await walkTo('y');
		for (let count = 0; count < 2; count++) (await yes.engine.next()).succeed(reading());
		await yes.ended;
		expect(yes.engine.reads).toHaveLength(5);
	});

	it('asks again, and takes nothing for a yes, when an answer is none of those it has named', async () => {
		const {said, folder} = await walk(['1.png'], ['/x', 'no', '', 'xls', 'json', '']);
		expect(said.match(/Please choose one of the answers\./g)).toHaveLength(2);
		expect(said).toMatch(/> \/x\n.*\/\?/);
		expect(reviewOf(folder, '1.json')).toBe('accepted');
		expect(readdirSync(folder)).toContain('passports-2026-11-22.json');
	});

	it('corrects a proven value, and takes an answer back', async () => {
		const {said, folder} = await walk(['1.png'], ['n', '', 'n', '/u']);
		expect(said).toContain('Accepted: ERIKSSON ANNA MARIA.');
		expect(reviewOf(folder, '1.json')).toBe('accepted');
		const second = await walk(
			['1.png'],
			['n', '/e', '', 'ericsson', '', '', '', '', '', '', '', '', '/u', 'n', '/s', 'n'],
		);
		expect(second.said).toContain('Surname is now ERICSSON.');
		expect(second.said).toContain('Undone: a value typed for ERIKSSON ANNA MARIA.');
		expect(reviewOf(second.folder, '1.json')).toBe('unreviewed');
	});

	it('says of each field in doubt only once what there is to say of it', async () => {
		const {said} = await walk(['doubt.png'], ['/?', '/nothing', 'n', '', 'n']);
		expect(said.match(/To check, because/g)).toHaveLength(1);
		expect(said.match(/Empty: it is right\./g)).toHaveLength(4);
	});

	it('asks which day is meant, and once more before it keeps what the check digit contradicts', async () => {
		const toExpiry = ['n', '/e', '', '', '', '', '', ''];
		const {said} = await walk(['1.png'], [...toExpiry, '31 FEB 2033', '03/04/2033', '2', '', '/q']);
		expect(said).toContain('That cannot be: 31 FEB 2033 is not a day of the calendar.');
		expect(said).toContain('03/04/2033 can be 1: 2033-04-03 or 2: 2033-03-04. Which one?\n> 2');
		expect(said).toMatch(/Date of expiry 2033-03-04\. .*check digit.* Empty: keep it as typed/);
		expect(said).toContain('Date of expiry is now 2033-03-04.');
		const other = await walk(['1.png'], [...toExpiry, '16 APR 2032', '15.04.2032', '/q']);
		expect(other.said).toContain('That is the value already');
	});

	it('says which pictures belong together', async () => {
		const {said} = await walk(['1.png', '2.png'], ['', '/q']);
		expect(said).toContain('The same passport: 1.png, 2.png.');
	});

	it('writes a list for programs when that is the answer', async () => {
		const {said, folder} = await walk(['1.png'], ['', 'ndjson', '']);
		expect(said).toContain(
			'Empty: Excel. csv, json, ndjson, docs-amadeus, docs-sabre, docs-galileo, docs-travelsky or template: in that form.',
		);
		const lines = readFileSync(join(folder, 'passports-2026-11-22.ndjson'), 'utf8').trimEnd().split('\n');
		expect(lines.map(line => JSON.parse(line).source_image)).toEqual(['1.png']);
		expect(said).toContain('--format ndjson');
	});

	it('writes a CSV with another character between values, which the command names', async () => {
		const style = 'delimiter=tab excel-safe=yes families=yes';
		const {said, folder} = await walk(['1.png'], ['', 'c', 'brief', style, 'csv', '']);
		expect(said).toContain('delimiter=comma|semicolon|tab excel-safe=yes|no');
		expect(said).toMatch(/--families[^\n]*--delimiter '\\t' --excel-safe/);
		const list = readFileSync(join(folder, 'passports-2026-11-22.csv'), 'utf8');
		expect(list).toContain('ERIKSSON ANNA MARIA\tL898902C3\tUTO');
	});

	it('writes airline lines for whom they are certain, and names each of the others', async () => {
		const alone = reading(['P<UTOERIKSSON<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(1)[1]]);
		const engine = fakeEngine({answer: ({path}) => (path.endsWith('b.png') ? alone : reading())});
		const {said, folder} = await walk(['a.png', 'b.png'], ['', '', '', 'docs-travelsky', '', ''], {engine});
		expect(said).toContain('1 passport has one name. What does the carrier want as the given name, such as FNU?');
		expect(said).toMatch(/1 row written to \S*passports-2026-11-22\.eterm\.txt/);
		expect(said).toContain('b.png has no line: the passport has one name');
		expect(said).toContain('--format docs-travelsky');
		expect(readFileSync(join(folder, 'passports-2026-11-22.eterm.txt'), 'utf8')).toBe(
			'SSR DOCS YY HK1 P/UTO/L898902C3/UTO/12AUG74/F/15APR32/ERIKSSON/ANNA/MARIA/P1\r\n',
		);
	});

	it('writes the line of a person with one name with what the carrier wants in its place', async () => {
		const alone = reading(['P<UTOERIKSSON<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', numbered(1)[1]]);
		const engine = fakeEngine({answer: () => alone});
		const {said, folder} = await walk(['b.png'], ['', 'docs-amadeus', 'F-U', 'fnu', ''], {engine});
		expect(said).toContain('F-U cannot be in an airline line');
		expect(said).toContain('--format docs-amadeus --single-name FNU');
		const lines = readFileSync(join(folder, 'passports-2026-11-22.amadeus.txt'), 'utf8');
		expect(lines).toMatch(/-ERIKSSON-FNU\/P1\r\n$/);
	});

	it('names pictures of one number that differ, asks about what differs, and writes a row for each', async () => {
		const man = reading([mrz[0], `${mrz[1].slice(0, 20)}M${mrz[1].slice(21)}`]);
		const engine = fakeEngine({answer: ({path}) => (path.endsWith('man.png') ? man : reading())});
		const {said, folder} = await walk(['anna.png', 'man.png'], ['', '', '', 'csv', ''], {engine});
		expect(said).toContain('2 to check.');
		expect(said).toContain('The same number, but different (Sex): anna.png, man.png.');
		expect(said).toContain('The same number as man.png, but different: Sex.');
		expect(said).toContain('Sex: F\nTo check, because: man.png should be the same passport, but says M.');
		expect(said).not.toMatch(/repeats? a passport/);
		const list = readFileSync(join(folder, 'passports-2026-11-22.csv'), 'utf8');
		expect(list.match(/should be the same passport/g)).toHaveLength(2);
	});

	it('names a command that writes each passport once, where the list does', async () => {
		const once = await walk(['1.png', '2.png'], ['', '', 'csv', '', '']);
		expect(once.said).toMatch(/From a script, everything in the folder but what is rejected:\n[\s\S]*export .*--once/);
		const both = await walk(['1.png', '2.png'], ['', '', 'csv', '', 'b']);
		expect(both.said).toMatch(/From a script[\s\S]*export /);
		expect(both.said).not.toContain('--once');
	});

	it('asks who reads only once for all starts, and says later who does', async () => {
		const first = await walk(['1.png'], ['', '/q'], {chosen: 'nobody'});
		expect(first.said).toContain('Which recognition engine?');
		expect(readFileSync(join(first.folder, '.settings', 'config.json'), 'utf8')).toMatch(/"engine":\s*"offline"/);
		const later = await walk(['1.png'], ['/q']);
		expect(later.said).not.toContain('Which recognition engine?');
		expect(later.said).toContain('Recognition engine: This computer (offline). For another: --engine');
	});

	it('says of a passport that a person has decided what was decided, not that it is proven', async () => {
		const {folder} = await walk(['doubt.png'], ['/a', 'n']);
		const {said} = await walk([], ['n'], {folder});
		expect(said).toContain('doubt.png: ERIKSSON ANNA MARIA, accepted, read before');
	});

	it('resumes the batch of before where it was left, and undoes what was done in it', async () => {
		const names = ['1 doubt.png', '2 doubt.png'];
		const {folder} = await walk(names, ['', '/x', '/q']);
		folderOf(['3.png'], folder);
		const later = await walk([], ['', '/u', '', '', 'n'], {folder, named: false});
		expect(later.said).toMatch(/Resume 2 pictures: .*\. Empty: resume it\. n: other pictures\./);
		expect(later.said).toContain('Picked up where you left off: 2 passports in ');
		expect(later.said).not.toContain('1 doubt.png: ');
		expect(later.said).toContain('Undone: rejecting ERIKSSON ANNA MARIA.');
		expect(reviewOf(folder, '1 doubt.json')).toBe('accepted');
		expect(readdirSync(journalOf(folder))).toHaveLength(1);
	});

	it.each([
		['en', 'You were typing in 1.png, not saved. Surname: QWER'],
		['zh', '上次在 1.png 中输入的内容未保存。姓：QWER'],
	] as const)('says what was half typed, and leaves it in no other passport (%s)', async (language, words) => {
		const session = openAlone({
			pictures: ['1.png', '2 doubt.png'],
			paths: ['.'],
			chosen: 'offline',
			engine: readsDoubt(),
		});
		await session.until(({reading: {phase}}) => phase === 'done');
		session.store.send({type: 'open', path: join(session.folder, '1.png')});
		session.press('down', 'e', 'ctrl+u', 'Q', 'W', 'E', 'R');
		await session.close();
		const {said} = await walk([], ['/q'], {folder: session.folder, named: false, resume: true, language});
		expect(said).toContain(words);
		const later = openAlone({folder: session.folder, engine: readsDoubt(), resume: true});
		await later.until('Picked up where you left off');
		expect(later.store.state().editing).toBeUndefined();
	});

	it('says what was half typed of an MRZ, and asks for it from its first line', async () => {
		const session = await typingLines();
		await session.close();
		const {said} = await walk([], ['y', '/q'], {folder: session.folder, named: false, resume: true});
		expect(said).toMatch(/You were typing the MRZ of bad\.png, not saved\. Line 1: P<UTO/);
	});

	it('asks for a batch of the cloud only about pictures that would be sent', async () => {
		const {folder} = await walk(['1.png', '2.png'], ['', '', '', 'n']);
		/** As where it was left before all was read. */
		const leaveUnfinished = () => {
			const [journal] = readdirSync(journalOf(folder));
			const place = join(journalOf(folder), journal!);
			const [header, ...entries] = readFileSync(place, 'utf8').split('\n');
			const cloud = {...JSON.parse(header!), engine: 'xiangyun', roots: [folder]};
			const rest = entries.filter(entry => !entry.includes('"done"'));
			writeFileSync(place, [JSON.stringify(cloud), ...rest].join('\n'));
		};
		leaveUnfinished();
		writeFileSync(join(folder, 'broken.png'), 'no picture');
		const none = await walk([], ['', '', 'n'], {folder, named: false});
		expect(none.said).not.toContain('It may cost money');
		expect(none.said).toContain('broken.png');
		leaveUnfinished();
		folderOf(['3.png'], folder);
		const one = await walk([], ['', '/q'], {folder, named: false});
		expect(one.said).toContain('Send 1 picture to');
		// After a no only what was read is looked at, and the next start asks again.
		const engine = fakeEngine();
		for (const time of ['first', 'second']) {
			const later = await walk([], ['', '', '/q'], {folder, named: false, engine});
			expect(later.said, time).toContain('Send 1 picture to');
			expect(later.said, time).not.toContain('3.png:');
		}
		expect(engine.reads).toEqual([]);
	});

	it('reads on what was not read, without asking when the command wants it', async () => {
		const folder = temporaryFolder();
		let reads = 0;
		const engine = fakeEngine({
			answer() {
				if (++reads === 2) throw new AppError('CREDENTIALS_REFUSED');
				return reading();
			},
			concurrency: 1,
		});
		await walk(['1.png', '2.png'], ['', '/q'], {folder, engine});
		const later = await walk([], ['n'], {folder, named: false, resume: true});
		expect(later.said).not.toContain('other pictures');
		expect(later.said).toContain('1 of 1. 2.png: ERIKSSON ANNA MARIA, proven');
		const none = await walk([], [], {named: false, resume: true});
		expect(none.said).toContain('There is no batch to resume.');
	});

	it('ends where the answers end, and keeps what was decided', async () => {
		const {said, folder} = await walk(['doubt.png'], ['/a']);
		expect(said).toContain('Stopped.');
		expect(reviewOf(folder, 'doubt.json')).toBe('accepted');
	});

	it('takes its answers from a pipe', async () => {
		const cwd = temporaryFolder();
		const {exitCode, out, stderr} = await runCli(['--plain', '--engine', 'offline'], {cwd, input: '\n/q\n'});
		expect(out).toContain('Which folder or picture?');
		expect(out).toContain('There is no picture in');
		expect(out).toContain('Stopped.');
		expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''});
	});
});

describe('the list as lines', () => {
	it('is not named after a format that is answered to the question of the file', async () => {
		const {said, folder} = await walk(['1.png'], ['', '', 'csv', '']);
		expect(said).toMatch(/Which file\?.*\.xlsx\n> csv\nWhich file\?.*passports-2026-11-22\.csv/);
		expect(readdirSync(folder).filter(file => /csv/.test(file))).toEqual(['passports-2026-11-22.csv']);
	});

	it('proposes the form of the last list, and asks before it leaves out key columns as last time', async () => {
		const folder = folderOf(['1.png']);
		const lastExport = {format: 'csv', columns: ['surname', 'given'], dates: 'iso'} as const;
		await saveSettings(join(folder, '.settings'), {engine: 'offline', lastExport});
		const {said} = await walk([], ['', '', '', 'c'], {folder});
		expect(said).toContain('Write the list? Empty: CSV.');
		expect(said).toMatch(
			/As last time, the list is written without: number, born, .*Write it so\? Empty: write it so\. c: with every column/,
		);
		const list = readFileSync(join(folder, 'passports-2026-11-22.csv'), 'utf8');
		expect(list).toContain('L898902C3');
	});

	it.each(['en', 'zh'] as const)(
		'has the columns and the style that are chosen, under a name that is kept: %s',
		async language => {
			const answers = [
				'',
				'c',
				'passport_number=Nr,surname,sex',
				'passport_number=Nr,surname_english,sex',
				'brief',
				'my-visa',
			];
			const style = ['names=upper', 'names=title dates=slash', 'csv', ''];
			const {said, folder, left} = await walk(['1.png'], [...answers, ...style], {language});
			expect(said).toMatch(
				language === 'en' ? /no column surname\. There are: .*surname_english/ : /没有 surname 这一列/,
			);
			expect(said).toMatch(language === 'en' ? 'Not known: names=upper.' : '无法识别：names=upper');
			expect(said).toContain('--columns my-visa --dates slash --names title');
			expect(left).toEqual([]);
			expect(readFileSync(join(folder, 'passports-2026-11-22.csv'), 'utf8')).toMatch(
				/^\ufeffNr,.*\r\nL898902C3,Eriksson,F\r\n$/,
			);
			const {said: again} = await walk([], ['c', '', '', 'n'], {folder, language});
			expect(again).toContain('my-visa');
			const {said: deleting} = await walk([], ['c', '-brief', '-my-visa', '', '', 'n'], {folder, language});
			expect(deleting).toMatch(
				language === 'en' ? /no column -brief.*Deleted: my-visa\./s : /没有 -brief.*已删除 my-visa/s,
			);
			const {said: gone} = await walk([], ['c', '', '', 'n'], {folder, language});
			expect(gone).not.toContain('my-visa');
		},
	);

	it('is not written after a no', async () => {
		const {said, folder} = await walk(['doubt.png', '2.png'], ['', '/s', 'n', '', '', '', 'n']);
		expect(said).toContain('n: write none.');
		expect(readdirSync(folder).filter(file => file.endsWith('.xlsx'))).toEqual([]);
	});
});

describe('what the session does in lines as on the screen', () => {
	it('undoes a decision of the session before, and that an acceptance of all', async () => {
		const {folder} = await walk(['1.png', '2.png'], ['', '', '/q']);
		expect(reviewOf(folder, '1.json')).toBe('accepted');
		const {said} = await walk([], ['', 'n'], {folder, named: false});
		expect(said).toContain('2 accepted, 0 rejected, 0 not checked.');
	});

	it('says that a result of a later version stays, and reads the picture', async () => {
		const folder = folderOf(['1.png']);
		const first = await walk([], ['', '/q'], {folder});
		expect(first.said).toContain('1 of 1. 1.png');
		const place = join(folder, '1.json');
		const sidecar = JSON.parse(readFileSync(place, 'utf8')) as {passport_ocr: {version: number}};
		sidecar.passport_ocr.version = 2;
		writeFileSync(place, JSON.stringify(sidecar));
		const {said} = await walk([], ['/q'], {folder});
		expect(said).toContain('1.json is a result of a later version of this program');
	});

	it('asks for key and secret where the cloud is chosen without an account, and keeps them', async () => {
		const engine = fakeEngine({id: 'xiangyun', answer: () => reading()});
		const {said, folder} = await walk(['1.png'], ['2', ' my key ', 'my secret', 'y', '/q'], {chosen: 'nobody', engine});
		expect(said).toContain('Key of the Xiangyun account?');
		expect(said).toContain('Key and secret stored.');
		expect(readFileSync(join(folder, '.settings', 'config.json'), 'utf8')).toContain('mykey');
		expect(engine.reads).toHaveLength(1);
		const without = await walk(['1.png'], ['2', '', '', '/q'], {chosen: 'nobody'});
		expect(without.said).toContain('Reading stays on this computer.');
		expect(without.said).toContain('1 of 1. 1.png');
	});

	it('asks before it sends what this computer could not prove, and says of each picture once what came of it', async () => {
		const readers = {
			offline: fakeEngine({answer: ({path}) => (path.endsWith('doubt.png') ? doubtful : reading())}),
			xiangyun: fakeEngine({id: 'xiangyun', answer: () => reading(numbered(1))}),
		};
		const makeEngine = async (id: string) => readers[id as keyof typeof readers];
		const yes = await walk(['1.png', 'doubt.png'], ['', 'y', '/q'], {chosen: 'auto', makeEngine});
		expect(yes.said).toMatch(/1 of 2\. 1\.png: .*proven\n.*netocr\.com.*\n> y\n2 of 2\. doubt\.png: .*proven/);
		expect(readers.xiangyun.reads).toHaveLength(1);
		const no = await walk(['1.png', 'doubt.png'], ['', '', '/q'], {chosen: 'auto', makeEngine});
		expect(no.said).toMatch(/> \nReading stays on this computer\.\n2 of 2\. doubt\.png/);
		expect(readers.xiangyun.reads).toHaveLength(1);
	});

	it('comes back to what was put off', async () => {
		const {folder} = await walk(['doubt.png'], ['/s', '/q']);
		const {said} = await walk([], ['', '', 'n'], {folder, named: false});
		expect(said).toContain('Passport 1. ERIKSSON ANNA MARIA. doubt.png');
		expect(said).toContain('Accepted: ERIKSSON ANNA MARIA.');
	});

	it('says why nothing could be read', async () => {
		const {said} = await walk(['1.png'], [], {
			makeEngine: () => Promise.reject(new AppError('CONFIG_MISSING')),
		});
		expect(said).toContain(messages('en').errors.what('CONFIG_MISSING', {}));
		expect(said).toContain('Stopped.');
	});
});

describe('the commands of a question', () => {
	const values = (folder: string, name: string) => {
		const kept = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
		return [kept.surname_english, kept.given_name_english];
	};
	const untouched = ['ERIKSSON', 'ANNA MARIA'];

	it.each(['/s', '/x', '/a', '/t now', '/nothing', '/?', '/', '／？', '／ｕ'])(
		'%s is never a value of a passport that is corrected',
		async command => {
			const {said, folder} = await walk(['1.png'], ['n', '/e', '', command, '/q']);
			expect(said).not.toContain('is now');
			expect(values(folder, '1.json')).toEqual(untouched);
		},
	);

	it('are said by /? at every question, those that it has and no others', async () => {
		const {said} = await walk(['1.png', '2.png'], ['/?', '', '/?', 'n', '/?', '/e', '/?', '/q']);
		const [take, all, one, value] = said.split('> /?\n').slice(1);
		expect(take).toMatch(/^\/q: stop/);
		expect(all).toMatch(/^\/u: undo[\s\S]*\/t: the trip[\s\S]*\/q: stop/);
		expect(one).toMatch(/^\/a: accept the whole passport[\s\S]*\/e: correct/);
		expect(value).toMatch(/^Empty: this value is right\.[\s\S]*\/l: the value letter by letter/);
	});

	it('undo a corrected value while the next one is asked for', async () => {
		const {said, folder} = await walk(['1.png'], ['n', '/e', '', 'ericsson', '/u', '/q']);
		expect(said).toContain('Surname is now ERICSSON.');
		expect(said).toContain('Undone: a value typed for');
		expect(values(folder, '1.json')).toEqual(untouched);
	});

	it('stop at a question within a question', async () => {
		const {said, left} = await walk(['1.png'], ['n', '/e', 'L898902C8', '/q', 'never asked']);
		expect(said).toContain('Stopped.');
		expect(left).toEqual(['never asked']);
	});

	it('undo what was typed, where it is asked about once more', async () => {
		const {said} = await walk(['1.png'], ['n', '/e', 'L898902C8', '/u', '/q']);
		expect(said).toContain('Undone: a value typed for ERIKSSON ANNA MARIA.');
		expect(said).not.toContain('is now');
	});

	it('leave a number its meaning where a value is asked about once more', async () => {
		const misread = [mrz[0], mrz[1].replace('L898902C36', 'L898902CB6')];
		const engine = fakeEngine({answer: () => reading(misread)});
		const {said} = await walk(['1.png'], ['L898902C1', '1', '/q'], {engine});
		const offered = /^1 takes (\S+),/m.exec(said)?.[1];
		expect(offered).toMatch(/^L/);
		expect(said).toMatch(/Empty: keep it as typed.*\n> 1\n/);
		expect(said).toContain(`Passport number is now ${offered}.`);
		expect(said).not.toContain('is now 1.');
	});

	it.each(['/u', '/x', 'n', 'y', '/nothing', '/no-such-folder/list'])(
		'%s is never the name of the list',
		async name => {
			const {said, folder} = await walk(['1.png'], ['', 'csv', name, 'list']);
			expect(said).toContain(join(folder, 'list.csv'));
			expect(existsSync(`${name}.csv`)).toBe(false);
			expect(readdirSync(folder).filter(file => file.endsWith('.csv'))).toEqual(['list.csv']);
		},
	);

	it('do not hide a path: a list is written to a folder that exists', async () => {
		const elsewhere = temporaryFolder();
		const {said} = await walk(['1.png'], ['', 'csv', join(elsewhere, 'list')]);
		expect(said).toContain('1 row written to');
		expect(readdirSync(elsewhere)).toEqual(['list.csv']);
	});

	it('are no answer to what pictures are read, and a path is', async () => {
		const folder = folderOf(['1.png']);
		const {said} = await walk([], ['/u', '/x', folder, '/q'], {named: false});
		expect(said).toContain('> /u\nThere is nothing to undo at this question.');
		expect(said).toContain('1 picture found.');
	});

	it('are no line of a picture that was not read', async () => {
		const engine = fakeEngine({
			answer({path}) {
				throw new AppError('NO_PASSPORT_FOUND', {path});
			},
		});
		const {said, folder} = await walk(['1.png'], ['y', '/?', '/x', '?', 'ERIKSSON', 'P<UTO', '/q'], {engine});
		expect(said.match(/Line 1 begins with P/g)).toHaveLength(2);
		expect(said).toContain('> ?\nLine 1 has 0 characters; it must have 44.');
		expect(readFileSync(join(folder, '1.json'), 'utf8')).toContain('"success": false');
	});
});

describe('the list of the batch as lines', () => {
	const three = ['anna.png', 'bert.png', 'doubt.png'];

	it('is said, found in and ordered at the questions of checking and before the list is written', async () => {
		const {said} = await walk(three, ['', '/p', '/o', '/o', 'BERT', '', '/s', '/p', '', '', '/p', '', '/q'], {
			language: 'en',
		});
		expect(said).toMatch(
			/1\. ERIKSSON ANNA MARIA, L8\*+C3, 2032-04-15, proven, the same passport as bert\.png\. anna\.png/,
		);
		expect(said).toMatch(/3\. .*to check: Surname, another passport of the same person: anna\.png\. doubt\.png/);
		expect(said).toContain('Ordered as chosen; /o: another order.');
		expect(said).toContain('Ordered by name;');
		expect(said).toMatch(/Ordered to check first;[\s\S]*> BERT\n1\. .*bert\.png\nOrdered/);
		// Before the file is written, with what was decided.
		expect(said.split('Write the list?').at(1)).toMatch(/1\. .*skipped, to check[\s\S]*2\. .*accepted/);
	});

	it('opens a passport by its number in the list, to be corrected although it was accepted', async () => {
		const {said, folder} = await walk(
			['anna.png'],
			['', '/p', '1', '/e', '', 'ericsson', '', '', '', '', '', '', '', '', '', '', '/q'],
		);
		expect(said).toContain('Surname is now ERICSSON.');
		expect(reviewOf(folder, 'anna.json')).toBe('edited');
	});

	it.each([
		['rejected', '/x'],
		['accepted', '/a'],
		['unreviewed', ''],
	])('leaves a passport that is only looked at as it was: %s', async (state, decision) => {
		const first = decision === '' ? [] : [decision];
		const {said, folder} = await walk(['anna.png', 'doubt.png'], ['', ...first, '/p', '2', '', '', '/q']);
		expect(said).toContain('Empty: leave it as it is.');
		expect(reviewOf(folder, 'doubt.json')).toBe(state);
	});

	it('says of a passport that another picture contradicts what differs', async () => {
		const engine = fakeEngine({answer: ({path}) => reading(path.endsWith('b.png') ? withExpiry('330101') : mrz)});
		const {said} = await walk(['a.png', 'b.png'], ['', '/p', '1', '/q'], {engine});
		expect(said).toMatch(/1\. .*differs from b\.png\. a\.png/);
		expect(said.split('> 1\n')[1]).toMatch(/Date of expiry: 2032-04-15\nTo check, because: .*b\.png/);
	});

	it('says why a value is to be checked, and comes back to the question', async () => {
		const {said, folder} = await walk(['doubt.png'], ['/p', '1', '/x', '', '/q']);
		expect(said.split('To check, because:').length).toBeGreaterThan(2);
		expect(reviewOf(folder, 'doubt.json')).toBe('rejected');
	});

	it('says that nothing is found, and shows numbers when asked to', async () => {
		const {said} = await walk(['doubt.png'], ['/p', 'zzz', '/m', '/q'], {language: 'en'});
		expect(said).toContain('Nothing matches.');
		const {said: shown} = await walk(['doubt.png'], ['/p', '/m', '/q'], {language: 'en'});
		expect(shown).toMatch(/L8\*+C3[\s\S]*L8\d+2C3/);
	});
});

describe('validity as lines', () => {
	const engine = fakeEngine({
		answer: ({path}) => reading(path.endsWith('b.png') ? withExpiry('261121', 1) : withExpiry('270731')),
	});
	const trip = {on: {year: 2027, month: 2, day: 1}, validFor: {months: 6, days: 0}};

	it('says of each passport that it has expired, and counts them before all are accepted and written', async () => {
		const {said} = await walk(['a.png', 'b.png'], ['', '', '', 'n'], {engine});
		expect(said).toMatch(/b\.png: .*, proven, expired/);
		expect(said).toMatch(/Of the passports: 1 expired\.\n2 passports are proven\. Accept/);
		expect(said).toMatch(/Of the passports: 1 expired\.\nWrite the list\?/);
		const onTrip = await walk(['a.png', 'b.png'], ['', '', '', 'n'], {engine, trip});
		expect(onTrip.said).toMatch(/a\.png: .*, proven, not valid for trip/);
	});

	it('asks for the trip where /t is answered, and asks the question again', async () => {
		const answers = ['', '/t', 'soon', '2027-02-01', '9', '', '', 'n'];
		const {said, left, folder} = await walk(['a.png', 'b.png'], answers, {engine});
		expect(left).toEqual([]);
		expect(said).toContain('That is no day, or can be two');
		expect(said).toMatch(/1 expired, 1 not valid for the trip\.\n2 passports are proven\. Accept/);
		// It comes back with the batch.
		const back = await walk([], ['n'], {engine, folder, named: false, resume: true});
		expect(back.said).toContain('1 not valid for the trip');
	});

	it('has no trip where none is set', async () => {
		const {said} = await walk(['a.png'], ['', '', 'n'], {engine: fakeEngine({answer: () => reading()})});
		expect(said).not.toMatch(/trip|expired/i);
	});
});

describe('what was not read, in lines', () => {
	const blind = () =>
		fakeEngine({
			answer: ({path}) => {
				if (path.includes('bad')) throw new AppError('NO_PASSPORT_FOUND', {path});
				return reading();
			},
		});
	const [first, second] = numbered(7);

	it('is typed by its two lines, checked digit by digit, and written', async () => {
		const wrong = `${second.slice(0, 9)}${(Number(second[9]) + 5) % 10}${second.slice(10)}`;
		const answers = ['', 'y', first.replace(/<+$/, ''), second.slice(0, 40), wrong, '', second, '', '', ''];
		const {said, folder, left} = await walk(['anna.png', 'bad.png'], answers, {engine: blind()});
		expect(said).toContain('1 picture was not read. Type its two lines by hand?');
		expect(said).toContain('Not read 1. bad.png: no passport found');
		expect(said).toContain('Line 2 has 40 characters; it must have 44.');
		expect(said).toContain('Wrong check digit: number');
		expect(said).toContain('Accepted: ERIKSSON ANNA MARIA.');
		expect(said).toContain('2 rows written to');
		expect(said).not.toContain('not in the list');
		expect(left).toEqual([]);
		expect(reviewOf(folder, 'bad.json')).toBe('edited');
	});

	it('is left with an empty answer, and said to be missing from the list', async () => {
		const {said, folder} = await walk(['anna.png', 'bad.png'], ['', '', '', '', ''], {engine: blind(), language: 'en'});
		expect(said).toContain('1 row written to');
		expect(said).toContain('1 picture is not in the list; the sheet "Not read" says why.');
		expect(readFileSync(join(folder, 'bad.json'), 'utf8')).toContain('"success": false');
	});

	it('of one picture is left with an empty line, the others are typed', async () => {
		const answers = ['', 'y', '', first, second, '', '', ''];
		const {said} = await walk(['bad 1.png', 'bad 2.png'], answers, {engine: blind()});
		expect(said).toContain('1 row written to');
		expect(said).toContain('1 picture is not in the list');
	});
});
