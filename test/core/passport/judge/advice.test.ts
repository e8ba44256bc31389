import {describe, expect, it} from 'vitest';
import {notice} from '../../../../source/core/passport/judge/finding.ts';
import {issues, judged, mrz, seen} from '../support.ts';

const advice = [notice('picture-blurred')];

describe('what of the picture makes it hard to read', () => {
	it('is said where a person must look', () => {
		const passport = judged({...seen(mrz(), () => 2), advice});
		expect(passport.status).toBe('check');
		expect(issues(passport)).toContain('picture-blurred');
	});

	it('is not said of a passport that is proven, and keeps none from being so', () => {
		const passport = judged({...seen(mrz()), advice});
		expect(passport.status).toBe('clean');
		expect(issues(passport)).not.toContain('picture-blurred');
	});
});
