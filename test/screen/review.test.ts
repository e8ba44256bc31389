import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, vi} from 'vitest';
import {checkDigit} from '../../source/core/passport/mrz/check-digits.ts';
import {fieldView} from '../../source/session/review/record-view.ts';
import {openApp} from '../support/app.ts';
import {openDrawn} from '../support/drawn-session.ts';
import {fakeEngine, readsAtOnce} from '../support/fake-engine.ts';
import {misprinted, mrz, numbered, reading, recordOf} from '../support/records.ts';

/** Line 2 with another date of expiry and another check digit of it; the overall digit fits. */
function expiring(date: string, digit: string): string {
	const line = `${mrz[1].slice(0, 21)}${date}${digit}${mrz[1].slice(28, 43)}`;
	return line + checkDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43));
}

const inReview = async (answers: Readonly<Record<string, ReturnType<typeof reading>>>) => {
	const engine = fakeEngine({concurrency: 1, answer: ({path}) => answers[path.replace(/^.*\//, '')] ?? reading()});
	const app = openDrawn({pictures: Object.keys(answers), paths: ['.'], chosen: 'offline', engine});
	await app.toReview();
	return app;
};

const all = (app: {screen: () => string[]}) => app.screen().join('\n');

describe('checking', () => {
	it('opens at the first passport that a person must see, on the field in doubt, and says why', async () => {
		const app = await inReview({'a.png': reading(), 'b.png': reading(misprinted)});
		await app.waitFor('b.png');
		expect(all(app)).toMatch(/▸ Passport number\s+L898902C3\s+✗ check digit wrong/);
		expect(all(app)).toContain('needs 6');
		expect(all(app)).toContain('4 of 5 check digits agree');
	});

	it('says so when a key has nothing to do, and leaves a question on the screen', async () => {
		const app = await inReview({'a.png': reading(mrz, [[0, 8]]), 'b.png': reading()});
		await app.waitFor('▸ Surname');
		await app.walk('Q');
		await app.waitFor('This key does nothing here. ? shows the keys.');
		await app.walk('j');
		expect(all(app)).not.toContain('does nothing here');
		await app.walk('E');
		await app.waitFor('Which are written?');
		await app.walk('Q');
		expect(all(app)).toContain('Which are written?');
	});

	it('confirms a doubtful field with one key and accepts the passport with it', async () => {
		const app = await inReview({'a.png': reading(mrz, [[0, 8]])});
		await app.waitFor('▸ Surname');
		expect(app.screen().join('\n')).toMatch(/▸ Surname\s+ERIKSSON\s+! K not clear/);
		await app.walk('enter');
		await app.waitFor('Accepted: ERIKSSON ANNA MARIA');
	});

	it('says of a value that was accepted over a wrong check digit that it was', async () => {
		const app = await inReview({
			'a.png': reading(misprinted),
			'b.png': reading([mrz[0].replace('ERIKSSON', 'LINDGREN'), numbered(1)[1]]),
		});
		await app.walk('a', 'a', 'K');
		expect(all(app)).toMatch(/▸ Passport number\s+L898902C3\s+! accepted, check digit wrong/);
		expect(all(app)).toContain('Passport number: accepted anyway. The printed check digit is 5');
		await app.walk('L');
		await app.waitFor(/! 已接受，校验位不符/);
	});

	it('does not call proven what a person typed against its check digit', async () => {
		const app = await inReview({'a.png': reading(), 'b.png': reading(misprinted)});
		await app.waitFor('b.png');
		await app.walk('e', 'backspace', '4', 'tab', 'tab', 'j');
		await app.waitFor('You have looked at every doubt');
		expect(all(app)).toMatch(/Passport number\s+L898902C4\s+✎ was L898902C3, check digit wrong/);
		expect(all(app)).not.toContain('proven');
		await app.walk('K');
		await app.waitFor('Everything that decides is proven');
	});

	it('says the first reason whole and how many more there are, where not all have room', async () => {
		const app = await inReview({'a.png': reading([mrz[0], expiring('3504<<', '0')])});
		expect(all(app)).toMatch(/▸ Date of expiry +2035-04 +✗ check digit wrong, 1 more/);
		const status = () => app.screen().slice(-3, -1).join(' ').replaceAll(/\s+/g, ' ').trim();
		expect(status()).toMatch(/^Date of expiry: The printed check digit is .*, or the digit is\. \d more reasons?\.$/);
		app.resize(160, 24);
		await app.waitFor(/or the digit is\. [A-Z]/);
		expect(status()).not.toContain('more reason');
	});

	it('says what proves a value, not that no digit is printed for it', () => {
		const record = recordOf('a.jpg');
		const codes = ['check-digit-not-printed', 'known-code', 'two-zones-agree'] as const;
		const field = record.passport.fields.find(({key}) => key === 'holder_country_code')!;
		const view = (some: readonly (typeof codes)[number][]) =>
			fieldView(record, {...field, evidence: {level: 'verified', reasons: some.map(code => ({code}))}});
		expect(view(codes)).toMatchObject({mark: 'good', why: {code: 'two-zones-agree'}});
		expect(view(codes.slice(0, 1)).why?.code).toBe('check-digit-not-printed');
	});

	it('names the other picture of a passport whole, in a few words where the sentence has no room', async () => {
		const name = 'guest passport 12.png';
		const lines = [mrz[0], expiring('3504<<', '0')];
		const app = await inReview({'1.png': reading(lines), [name]: reading(lines)});
		const status = () => app.screen().slice(-3, -1).join(' ').replaceAll(/\s+/g, ' ');
		expect(status()).toContain(`= ${name}`);
		app.resize(160, 24);
		await app.waitFor(`The same passport is in ${name}. x leaves this one out.`);
	});

	it('says that a passport has expired also where the check digit has no room beside it', async () => {
		const app = await inReview({'a.png': reading([mrz[0], expiring('120415', '9')])});
		expect(all(app)).toMatch(/2012-04-15 +✓ expired \d+ days ago/);
		app.resize(160, 24);
		await app.waitFor(/2012-04-15 +✓ check digit 9, expired \d+ days ago/);
	});

	it('says after some decisions how long the rest will take at that pace', async () => {
		const engine = readsAtOnce();
		const pictures = Array.from({length: 8}, (_, index) => `${index}.png`);
		const app = openDrawn({columns: 120, rows: 40, pictures, paths: ['.'], chosen: 'offline', engine});
		await app.toReview();
		const accept = (second: number) =>
			app.store.send({type: 'act', id: 'passport.accept', at: `2026-11-22T18:00:${second}+00:00`});
		for (const second of [10, 21, 32, 43]) accept(second);
		await app.waitFor(/5 of 8 /);
		expect(app.screen()[0]).not.toContain('pace');
		accept(54);
		await app.waitFor('about 40 s at your pace');
		app.expectFits();
	});

	it('marks the characters of the field under the cursor and the check digits under the lines', async () => {
		const app = await inReview({'a.png': reading()});
		const lines = app.screen();
		const row = lines.findIndex(line => line.includes('L898902C36UTO'));
		expect(lines[row + 1]).toBe('   ▔▔▔▔▔▔▔▔▔✓         ✓       ✓              ✓✓');
	});

	it('edits in place: capitals, a check digit at every key, and the old value beside it', async () => {
		const app = await inReview({'a.png': reading()});
		await app.walk('e', 'backspace');
		await app.waitFor(/✗ check digit 6, expected \d/);
		await app.walk('3');
		await app.waitFor('✓ check digit 6 agrees');
		app.press('esc');
		await app.waitFor('x reject');
		await app.walk('down', 'e', 'backspace', 'm');
		await app.waitFor('ERIKSSOM');
		await app.waitFor('✎ was ERIKSSON');
		await app.walk('tab');
		await app.waitFor('▸ Given names');
		expect(all(app)).toMatch(/Surname\s+ERIKSSOM\s+✎ was ERIKSSON/);
	});

	it('shows the machine-readable lines as they are with every key that is typed', async () => {
		const app = await inReview({'a.png': reading()});
		await app.walk('down', 'e', 'backspace', 'backspace');
		expect(all(app)).toContain('P<UTOERIKSS<<ANNA<MARIA<<<<<<');
		await app.walk('i', 'enter');
		await app.waitFor('Accepted: ERIKSSI');
		expect(all(app)).toContain('P<UTOERIKSSI<<ANNA<MARIA<<<<<');
		await app.walk('u');
		expect(all(app)).toContain('P<UTOERIKSSON<<ANNA<MARIA<<<<');
	});

	it('says why there is no picture where the terminal shows none', async () => {
		const app = await inReview({'a.png': reading()});
		await app.walk('space');
		await app.waitFor('No pictures in this terminal. o opens the picture.');
	});

	it('copies the value under the cursor and the path of the picture to the clipboard of the terminal', async () => {
		const app = openApp({pictures: ['a.png'], paths: ['.'], chosen: 'offline'});
		await app.toReview();
		await app.walk('down', 'c');
		await app.waitFor('clipboard');
		await app.walk('y');
		const sent = [...app.terminal.output().matchAll(/\x1b\]52;c;([^\x07]*)\x07/g)];
		expect(sent.map(([, text]) => Buffer.from(text!, 'base64').toString())).toEqual([
			'ERIKSSON',
			join(app.folder, 'a.png'),
		]);
	});

	it('reads the open passport again with r, but never over what a person has decided', async () => {
		const engine = fakeEngine({concurrency: 1});
		const app = openDrawn({pictures: ['a.png', 'b.png'], paths: ['.'], chosen: 'offline', engine});
		for (const _ of 'ab') (await engine.next()).succeed(reading());
		await app.toReview();
		await app.walk('r');
		await app.waitFor('1 picture again');
		(await engine.next()).succeed(reading(numbered(1)));
		await app.waitFor('L800012C3');
		await app.walk('r');
		const late = await engine.next();
		await app.walk('a', 'K', 'r');
		await app.waitFor('Something is already decided here');
		late.succeed(reading(numbered(2)));
		await vi.waitUntil(() => app.store.state().reading.phase === 'done', {timeout: 30_000});
		await app.walk('K');
		expect(app.screen()[0]).toMatch(/a\.png .*✓ 2/);
		expect(all(app)).toContain('L800012C3');
		await app.close();
		const kept = readFileSync(join(app.folder, 'a.json'), 'utf8');
		expect(kept).toContain('L800012C3');
		expect(kept).toMatch(/"state": ?"accepted"/);
	});

	it('drops an edit with esc and stays on the passport', async () => {
		const app = await inReview({'a.png': reading()});
		await app.walk('e', 'x', 'x');
		await app.waitFor('L898902C3XX');
		app.press('esc');
		await app.waitFor(/▸ Passport number\s+L898902C3\s/);
		expect(app.screen()[0]).toContain('Check');
	});

	it('says of a value that was saved against its check digit that it was, whatever is shown next', async () => {
		const app = await inReview({'1.png': reading(), '2.png': reading()});
		await app.walk('a', 'K', 'e', 'backspace', '4', 'enter');
		await app.waitFor('Save it once more to keep it');
		await app.walk('enter');
		await app.waitFor('Passport number L898902C4 is kept as typed');
		await app.walk('K');
		await app.waitFor('✎ was L898902C3, check digit wrong');
		app.resize(60, 24);
		await app.waitFor(/▸ Passport number +L898902C4 +✎ check digit wrong/);
		app.resize(80, 24);
		await app.walk('u');
		await app.waitFor(/▸ Passport number\s+L898902C3\s/);
		await app.walk('e', '4', '5');
		await app.waitFor('✗ more than 9 places');
		await app.walk('enter', 'enter');
		await app.waitFor('L898902C345 is kept as typed');
	});

	it('says what an accepted passport is without', async () => {
		const app = await inReview({'1.png': reading([mrz[0], expiring('<<<<<<', '0')]), '2.png': reading()});
		await app.waitFor(/Date of expiry +empty/);
		await app.walk('a', 'a');
		await app.waitFor('Accepted without Date of expiry: ERIKSSON ANNA MARIA');
	});

	it('undoes decisions one by one, across passports, and redoes them', async () => {
		const app = await inReview({'1.png': reading(), '2.png': reading(), '3.png': reading()});
		await app.walk('a', 'x', 'a');
		await app.waitFor('All checked');
		expect(app.screen()[0]).toContain('– 1');
		await app.walk('u');
		expect(app.screen()[0]).toContain('3.png');
		await app.walk('u');
		expect(app.screen()[0]).toContain('2.png');
		await app.walk('u');
		expect(app.screen()[0]).toContain('1.png');
		await app.walk('u');
		await app.waitFor('Nothing to undo.');
		await app.walk('ctrl+r', 'ctrl+r');
		expect(app.screen()[0]).toMatch(/✓ 2 .*– 1/);
	});

	it('asks before it accepts all clean ones, says how many, and takes no for an answer', async () => {
		const app = await inReview({'1.png': reading(), '2.png': reading(), '3.png': reading(misprinted)});
		await app.walk('A');
		await app.waitFor('Accept all 2 proven passports');
		await app.walk('n');
		expect(app.store.state().review.records.every(({review}) => review.state === 'unreviewed')).toBe(true);
		await app.walk('A', 'y');
		await app.waitFor('2 proven passports accepted');
		await app.walk('A');
		await app.waitFor('No proven passport is waiting.');
	});

	it('says so when a passport is accepted over a doubt', async () => {
		const app = await inReview({'1.png': reading(misprinted), '2.png': reading()});
		await app.walk('a');
		await app.waitFor('check digit wrong. a again accepts it as it is');
		await app.walk('a');
		await app.waitFor(/Accepted although 1 field is not proven/);
	});

	it.each(['enter', 'a'])(
		'takes a second %s to accept a value against its check digit, and nothing between',
		async key => {
			const app = await inReview({'1.png': reading(misprinted), '2.png': reading()});
			await app.walk(key, 'down', 'up', key);
			await app.waitFor(`check digit wrong. ${key} again accepts it as it is`);
			expect(app.store.state().review.records[0]?.review.state).toBe('unreviewed');
			await app.walk(key);
			expect(app.store.state().review.records[0]?.review.state).toBe('accepted');
		},
	);

	it('decides nothing where a field was edited and is as it was', async () => {
		const app = await inReview({'1.png': reading(mrz, [[0, 8]]), '2.png': reading()});
		await app.walk('e', 'enter');
		await app.waitFor('Nothing was changed, so nothing is decided.');
		await app.walk('e', 'x', 'backspace', 'tab');
		await app.waitFor('▸ Given names');
		const {records, past} = app.store.state().review;
		expect(records[0]?.review).toMatchObject({state: 'unreviewed', confirmed: [], edits: {}});
		expect(past).toEqual([]);
		expect(all(app)).not.toContain('✎');
	});

	it('counts a skipped passport among those to check, in the header, the list and its filter', async () => {
		const app = await inReview({'1.png': reading(mrz, [[0, 8]]), '2.png': reading(mrz, [[0, 8]])});
		await app.walk('s');
		await app.waitFor('Skipped, still to check: ERIKSSON ANNA MARIA');
		expect(app.screen()[0]).toMatch(/! 2/);
		expect(app.screen()[0]).not.toContain('–');
		await app.walk('l', 'f');
		expect(app.screen()[0]).toMatch(/2 pictures .*to check/);
	});

	it('says why a key does nothing', async () => {
		const app = await inReview({'1.png': reading()});
		await app.walk('1');
		await app.waitFor('There is no other reading of this field.');
	});
});
