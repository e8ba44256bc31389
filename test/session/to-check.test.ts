import {describe, expect, it} from 'vitest';
import {toCheckText} from '../../source/session/review/record-view.ts';
import {messages} from '../../source/text/index.ts';
import {mrz, reading, recordOf} from '../support/records.ts';

const overallWrong = [mrz[0], `${mrz[1].slice(0, 43)}7`] as const;

describe('what a picture in a list asks a person to check', () => {
	it.each([
		['en', 'to check: overall digit wrong'],
		['zh', /^待核对：(?!护照号码)/],
	] as const)(
		'is the overall digit where that alone is wrong, not the field it is looked at in: %s',
		(language, said) => {
			expect(toCheckText(recordOf('a.png', {reading: reading(overallWrong)}), language)).toMatch(said);
		},
	);

	it('is the number where the number is in doubt as well', () => {
		const record = recordOf('a.png', {
			reading: reading(overallWrong, [
				[1, 3],
				[1, 9],
			]),
		});
		expect(toCheckText(record, 'en')).toContain('Passport number');
	});

	it('is nothing where nothing is in doubt', () => {
		expect(toCheckText(recordOf('a.png'), 'en')).toBe('');
	});
});

describe.each(['en', 'zh'] as const)('the labels of the fields: %s', language => {
	const {app, exported} = messages(language);

	it('are the same in the app, in tables and in lists', () => {
		expect(exported.fields).toBe(app.fields);
	});

	it('can end a sentence', () => {
		for (const label of Object.values(app.fields)) expect(label).not.toMatch(/[.。:：,，]$/);
	});

	it('are all different', () => {
		const labels = Object.values(app.fields);
		expect(new Set(labels).size).toBe(labels.length);
	});
});
