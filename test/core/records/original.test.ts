import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../source/core/engines/xiangyun/card.ts';
import {readingOf} from '../../../source/core/engines/xiangyun/reading.ts';
import {cellText} from '../../../source/core/export/cell.ts';
import {tableOf} from '../../../source/core/export/rows.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import {fromJson} from '../../../source/core/records/json/from-json.ts';
import {toJson} from '../../../source/core/records/json/to-json.ts';
import {recordMembers} from '../../../source/core/records/legacy/keys.ts';
import {messages} from '../../../source/text/index.ts';
import {chinesePassport, mrzOf, utopianPassport} from '../../support/invented-passport.ts';
import {originalResult} from '../../support/original-sidecar.ts';
import {today} from '../../support/records.ts';
import {answerJson, changed, type Item, itemsOf, portrait, success} from '../../support/xiangyun-answers.ts';

const opened = (json: object) => {
	const sidecar = fromJson(JSON.parse(JSON.stringify(json)));
	if (sidecar.kind !== 'original' && sidecar.kind !== 'ours') throw new Error(sidecar.kind);
	return sidecar.kind === 'ours'
		? sidecar.record('passport.jpg')
		: sidecar.record({path: 'passport.jpg', sha256: 'b'.repeat(64)}, today);
};

/** The cells of a row by the keys of their columns. */
function rowOf(json: object, columns: 'default' | 'original' = 'default'): Readonly<Record<string, string>> {
	const table = tableOf([opened(json)], {
		words: {...messages('en').exported, describe: ({code}) => code},
		columns,
		today,
	});
	const [row] = [...table.rows()];
	return Object.fromEntries(table.columns.map(({key}, index) => [key, cellText(row!.cells[index]!)]));
}

const items = itemsOf(chinesePassport);
const [lineOne, lineTwo] = mrzOf(chinesePassport);
const german = {...utopianPassport, issuer: 'D', nationality: 'D', number: 'C01X0006H'};

/** What the service may answer, each in a way in which the file says something else than was judged. */
const answers: ReadonlyArray<readonly [what: string, items: readonly Item[]]> = [
	['lines and print that agree', items],
	['another printed number', changed(items, {护照号码: 'EC7316284'})],
	['a printed number with a letter for a digit', changed(items, {护照号码: 'EC73I6204'})],
	['no printed number', changed(items, {护照号码: ''})],
	['a printed number in full-width characters, between spaces', changed(items, {护照号码: ' ＥＣ７３１６２０４　'})],
	['one letter for Germany', itemsOf(german)],
	['no printed values', itemsOf(utopianPassport)],
	[
		'names that it cut itself where a filler was read as a letter',
		changed(items, {MRZ1: lineOne.replace('TANG<<', 'TANGK<'), 'OCR MRZ': ''}),
	],
	['a sex that its lines do not have', changed(items, {性别: '男'})],
	['no sex', itemsOf({...utopianPassport, sex: '<'})],
	['a day that does not exist', changed(itemsOf({...utopianPassport, birth: '1979-02-30'}), {})],
	['a date in another style', changed(items, {出生日期: '27 MAY/MAY 1994', 有效期至: '20320211'})],
	['a line that is too short', changed(items, {MRZ2: lineTwo.slice(0, 41), 'OCR MRZ': ''})],
	['both lines in one', changed(items, {MRZ1: '', MRZ2: ''})],
	['a wrong check digit', changed(items, {MRZ2: lineTwo.replace('2044', '2045'), 'OCR MRZ': ''})],
	['lines in small letters, with blanks', changed(items, {MRZ1: lineOne.toLowerCase(), MRZ2: `${lineTwo} `})],
	['no lines', changed(items, {MRZ1: '', MRZ2: '', 'OCR MRZ': ''})],
	['printed names under a name of its own', changed(items, {'英文姓(VIZ)': '', '英文姓（VIZ）': 'TANG'})],
	['a portrait', [...items, portrait]],
];

describe.each(answers)('a result of the original skill with %s', (_, answer) => {
	test('exports the values that were judged', () => {
		const {passport} = opened(originalResult(answer));
		const row = rowOf(originalResult(answer));
		for (const {key, value} of passport.fields.filter(field => field.key in row)) {
			// A place has a column for each of its two scripts.
			expect(row[key], key).toBe(key.endsWith('_place') ? value.split('/')[0] : value);
		}
		expect(row.status).toBe({clean: 'proven', check: 'to check', refused: 'not readable'}[passport.status]);
	});

	test('is judged as the same answer is, when this program gets it', () => {
		const parsed = parseAnswer(answerJson(success(answer)));
		if ('reason' in parsed) throw new Error(parsed.reason);
		expect(opened(originalResult(answer)).passport).toEqual(judge(readingOf(passportCard(parsed)), {today}));
	});

	test('comes back as it was, once this program has written it', () => {
		const record = opened(originalResult(answer));
		expect(opened(toJson(record))).toEqual(record);
	});
});

test('lines and print that agree prove a Chinese passport', () => {
	expect(rowOf(originalResult(items))).toMatchObject({status: 'proven', passport_number: 'EC7316204', issues: ''});
});

test('a printed number that differs from the lines is said', () => {
	const row = rowOf(originalResult(changed(items, {护照号码: 'EA0000001'})));
	expect(row).toMatchObject({status: 'to check', passport_number: 'EC7316204'});
	expect(row.issues).toContain('two-zones-differ');
});

test('what no judged field covers stays as it is', () => {
	expect(recordMembers(opened(originalResult(items)))).toMatchObject({
		name: '唐美乔',
		birth_place: '云南',
		issuing_authority_ocr: '中华人民共和国国家移民管理局',
		本国姓: '',
	});
});
