import {expect, test} from 'vitest';
import type {ReasonCode} from '../../source/core/passport/model/passport.ts';
import {languages, messages} from '../../source/text/index.ts';
import {sayReason, sayShort, saySource} from '../../source/text/reason.ts';

/** As a file of a later version may name it. */
const later = (code: string) => ({code: code as ReasonCode, params: {age: 3}});

test.each(languages)('a reason of a later version is shown as it is (%s)', language => {
	const {reasons} = messages(language);
	expect(sayShort(reasons, later('chip-agrees'))).toBe('chip-agrees');
	expect(sayReason(reasons, later('chip-agrees'))).toBe('chip-agrees');
	// A name that every object has is none of the reasons.
	expect(sayReason(reasons, later('constructor'))).toBe('constructor');
});

test('what a picture put into a reason cannot act on the terminal', () => {
	const said = sayReason(messages('en').reasons, {
		code: 'two-zones-differ',
		params: {printed: '\u001b[31mX', mrz: 'Y\u202e'},
	});
	expect(said).not.toMatch(/[\u001b\u202e]/);
	expect(said).toContain('\\x1b[31mX');
});

test.each(languages)('so are an error of a later version, and where a value comes from (%s)', language => {
	const {errors, app} = messages(language);
	expect(errors.what('CHIP_LOCKED')).toBe('CHIP_LOCKED');
	expect(errors.next('CHIP_LOCKED')).toEqual([]);
	expect(errors.nextInApp('CHIP_LOCKED', {}, id => id)).toEqual([]);
	expect(errors.what('-99')).toContain('-99');
	expect(saySource(app.review.from, 'chip')).toBe('chip');
	expect(saySource(app.review.from, 'toString')).toBe('toString');
});
