import {expect, test} from 'vitest';
import {
	chosenSet,
	columnsIn,
	isSetName,
	presetNames,
	presets,
	setNamed,
} from '../../../source/core/export/column-sets.ts';
import {columnsByKey} from '../../../source/core/export/columns.ts';
import {messages} from '../../../source/text/index.ts';
import {misprinted, recordOf} from '../../support/records.ts';
import {contentOf} from './content-of.ts';
import {printing, sampleRecord, today} from './sample-record.ts';

const words = messages('en').exported;
const zh = messages('zh').exported;
const options = {format: 'csv', words, today} as const;

type Options = Partial<Parameters<typeof contentOf>[1]>;

const linesOf = async (records: Parameters<typeof contentOf>[0], more: Options): Promise<readonly string[]> => {
	const {content} = await contentOf(records, {...options, ...more});
	return (content as string).replace('\ufeff', '').trimEnd().split('\r\n');
};

test('the tour list has the columns of the statutory form, the empty ones among them, and says what is to check', async () => {
	const [head, row] = await linesOf([sampleRecord()], {columns: 'tour-list', words: zh});
	expect(head).toBe(
		'序号,本国姓名,英文姓名,性别,出生日期,出生地点,护照号码,发证机关及日期,国籍,签发地点,有效期至,年龄,备注',
	);
	expect(row).toBe('1,,ERIKSSON ANNA MARIA,F,1974-08-12,,L898902C3,,UTO,,2032-04-15,52,');
	const [, doubtful] = await linesOf([sampleRecord({}, misprinted)], {columns: 'tour-list'});
	expect(doubtful).toMatch(/,to check$/);
	const [, issued] = await linesOf([printing('issuing_authority', 'MINISTRY')], {columns: 'tour-list'});
	expect(issued).toContain(',MINISTRY,');
});

test('a row that a person accepted has no remark', async () => {
	const accepted = sampleRecord({review: {state: 'accepted', edits: {}, confirmed: []}}, misprinted);
	const [, row] = await linesOf([accepted], {columns: 'brief'});
	expect(row).toBe('ERIKSSON ANNA MARIA,L898902C3,UTO,1974-08-12,2032-04-15,');
});

test.each(presetNames)('%s has heads in English and Chinese, and both in one line', async columns => {
	const heads = async (more: Options) => (await linesOf([sampleRecord()], {columns, ...more}))[0]!.split(',');
	const [en, chinese, both] = [await heads({}), await heads({words: zh}), await heads({headWords: [words, zh]})];
	expect(both).toEqual(en.map((head, place) => (head === chinese[place] ? head : `${head} ${chinese[place]}`)));
	expect(new Set(both).size).toBe(presets[columns].columns.length - (columns === 'default' ? 9 : 0));
});

test('chosen columns are in the order in which they were chosen, under their own heads', async () => {
	const set = chosenSet([{key: 'passport_number', head: 'Reisepass'}, {key: 'no'}, {key: 'not_known'}]);
	expect(await linesOf([sampleRecord()], {columns: set})).toEqual(['Reisepass,No', 'L898902C3,1']);
	expect(
		JSON.parse((await contentOf([sampleRecord()], {...options, format: 'json', columns: set})).content as string),
	).toEqual([{passport_number: 'L898902C3', no: 1}]);
});

test('names are as the MRZ, with capital letters, or as the page prints the same name', async () => {
	const columns = chosenSet([{key: 'surname_english'}, {key: 'full_name'}]);
	const names = async (style: Options['style'], surname = 'Eriksson', change = {}) =>
		(await linesOf([printing('surname_english', surname, change)], {columns, ...(style ? {style} : {})}))[1];
	expect(await names({})).toBe('ERIKSSON,ERIKSSON ANNA MARIA');
	expect(await names({names: 'title'})).toBe('Eriksson,Eriksson Anna Maria');
	expect(await names({names: 'printed'}, 'Éríksson')).toBe('Éríksson,Éríksson ANNA MARIA');
	// Another name may be misread: it is not taken.
	expect(await names({names: 'printed'}, 'ERIKSEN')).toBe('ERIKSSON,ERIKSSON ANNA MARIA');
	const edits = {surname_english: {from: 'ERIKSSON', to: 'ERIKSSON'}};
	expect(await names({names: 'printed'}, 'Éríksson', {review: {state: 'edited', edits, confirmed: []}})).toBe(
		'ERIKSSON,ERIKSSON ANNA MARIA',
	);
});

test.each([
	['VAN DER BERG', 'Van Der Berg'],
	["O'BRIEN-SMITH", "O'Brien-Smith"],
	['ÅSE', 'Åse'],
	['', ''],
])('%s with capital letters is %s', async (name, said) => {
	const record = sampleRecord();
	const fields = record.passport.fields.map(field =>
		field.key === 'surname_english' ? {...field, value: name} : field,
	);
	const [, row] = await linesOf([{...record, passport: {...record.passport, fields}}], {
		columns: chosenSet([{key: 'surname_english'}, {key: 'no'}], {names: 'title'}),
	});
	expect(row).toBe(`${said},1`);
});

test('states are codes or names, in the language of the list', async () => {
	const columns = chosenSet([{key: 'holder_country_code'}], {countries: 'name'});
	expect((await linesOf([recordOf('a.jpg')], {columns}))[1]).toBe('Utopia (specimen)');
	expect((await linesOf([recordOf('a.jpg')], {columns, words: zh}))[1]).toBe('乌托邦（样本）');
});

test('every column that can be chosen has a head of its own in both languages', () => {
	for (const {exported} of [messages('en'), messages('zh')]) {
		const heads = [...columnsByKey.values()].map(({head}) => head(exported));
		expect(new Set(heads).size).toBe(heads.length);
		expect(heads.every(head => head !== '')).toBe(true);
	}
});

test.each([
	['group', true],
	['旅游团-2_b', true],
	['g', true],
	['2group', false],
	['my group', false],
	['group!', false],
	['', false],
	['brief', false],
	['sex', false],
])('columns can be saved as %j: %j', (name, can) => expect(isSetName(name)).toBe(can));

test.each([
	['sex', [{key: 'sex'}]],
	[' sex , no = Nr. ', [{key: 'sex'}, {key: 'no', head: ' Nr. '}]],
	['sex=,no= ', [{key: 'sex'}, {key: 'no'}]],
	['no=a=b', [{key: 'no', head: 'a=b'}]],
	['sex,nothing=x', {unknown: 'nothing=x'}],
	['', {unknown: ''}],
])('--columns %j asks for %j', (text, columns) => expect(columnsIn(text)).toEqual(columns));

test('a set is known by its name: a preset, or one that was saved with how its values are written', () => {
	const saved = {
		own: {columns: [{key: 'sex', head: 'S'}, {key: 'none'}], names: 'title', countries: 'name', optional: 'full'},
		bare: {columns: [{key: 'no'}]},
		brief: {columns: []},
	} as const;
	expect(setNamed('brief', saved)).toBe('brief');
	expect(setNamed('toString', saved)).toBeUndefined();
	expect(setNamed('other', saved)).toBeUndefined();
	const own = setNamed('own', saved) as typeof presets.default & {style: object};
	expect(own.columns.map(({key, head}) => [key, head(words)])).toEqual([['sex', 'S']]);
	expect(own.style).toEqual({names: 'title', countries: 'name', optional: 'full'});
	expect(setNamed('bare', saved)).toMatchObject({style: {}});
	expect(chosenSet([{key: 'no'}])).not.toHaveProperty('style');
});
