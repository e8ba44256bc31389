// Today is 22 November 2026: what is true of a person changes on their birthday, not a day before or after it.
import {describe, expect, it} from 'vitest';
import {blocks, field, issues, judged, mrz, seen} from './support.ts';

const born = (birth: string, expiry: string, rest: {issuer?: string; issued?: string} = {}) => {
	const {issuer = 'GBR', issued} = rest;
	const lines = mrz({issuer, number: issuer === 'CHN' ? 'EG1234567' : '107182890', birth, expiry});
	const printed = issued === undefined ? [] : [{field: 'issue_date', text: issued, zone: 'printed'} as const];
	return judged({...seen(lines), printed});
};

describe('the century of a birth', () => {
	it('is today for a child born today, and a hundred years ago for a birthday tomorrow', () => {
		expect(field(born('261122', '310415'), 'birth_date').value).toBe('2026-11-22');
		expect(field(born('261123', '310415'), 'birth_date').value).toBe('1926-11-23');
	});

	it('is to be checked from the ninety-sixth birthday on', () => {
		expect(issues(born('301122', '310415'))).toContain('century');
		expect(issues(born('301123', '310415'))).not.toContain('century');
	});

	it('is in doubt until the third birthday, where the passport runs longer than those of children', () => {
		expect(blocks(born('231123', '341122'))).toContain('century');
		expect(blocks(born('231122', '341122'))).not.toContain('century');
	});

	it('is not in doubt for a small child whose passport runs for five and a half years', () => {
		expect(blocks(born('251122', '320522'))).toEqual([]);
		expect(blocks(born('251122', '320523'))).toEqual(['century']);
	});
});

describe('a Chinese passport, which runs five years before the sixteenth birthday and ten from then on', () => {
	const unusual = (issued: string, expiry: string) =>
		issues(born('100301', expiry, {issuer: 'CHN', issued})).includes('validity-unusual');

	it('runs five years when it was issued on the day before', () => {
		expect(unusual('2026-02-28', '310227')).toBe(false);
		expect(unusual('2026-02-28', '360227')).toBe(true);
	});

	it('runs ten years when it was issued on the birthday', () => {
		expect(unusual('2026-03-01', '360228')).toBe(false);
		expect(unusual('2026-03-01', '310228')).toBe(true);
	});
});
