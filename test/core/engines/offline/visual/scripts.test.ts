import {describe, expect, it} from 'vitest';
import {inKnownScript} from '../../../../../source/core/engines/offline/visual/fields/scripts.ts';
import type {Found} from '../../../../../source/core/engines/offline/visual/page.ts';

const place = (text: string): Found => ({
	field: 'birth_place',
	text,
	by: 'label',
	labelled: true,
	run: {text, left: 0, right: 5, v: -10, height: 1.2, margin: 3, letterMargin: 3, confidence: 5, places: []},
});

const kept = (text: string, issuer: string) => inKnownScript(place(text), issuer)?.text;

describe('a value in a script that the reader does not have', () => {
	it('is missing, and what is beside it in Latin letters is kept', () => {
		expect(kept('MOCKOBCKAR OBT.', 'RUS')).toBeUndefined();
		expect(kept('MBA1324', 'RUS')).toBeUndefined();
		expect(kept('MOCKOBCKA9O6I/RUSSIA', 'RUS')).toBe('RUSSIA');
		expect(kept('AOHNA/ATTIKIS', 'GRC')).toBe('ATTIKIS');
		expect(kept('XAPbKiB/ KHARKIV', 'UKR')).toBe('KHARKIV');
		expect(kept('HOBN CAD / NOVI SAD', 'SRB')).toBe('NOVI SAD');
		expect(kept('MBA/MIA', 'BLR')).toBe('MIA');
		expect(kept('3MP/ZMR', 'SRB')).toBe('ZMR');
	});

	it('is no part of a nationality that is beside it in Latin letters', () => {
		const nation = (text: string, issuer: string) =>
			inKnownScript({...place(text), field: 'nationality'}, issuer)?.text;
		expect(nation('VKPAIHA/UKRAINE', 'UKR')).toBe('UKRAINE');
		expect(nation('P3C y/1APyCb/BELARUS', 'BLR')).toBe('BELARUS');
		expect(nation('BULGARIAN', 'BGR')).toBe('BULGARIAN');
	});

	it('is not seen in Latin words, nor where states print none', () => {
		expect(kept('KHARKIV/UKRAINE', 'UKR')).toBe('KHARKIV/UKRAINE');
		expect(kept('MOSCOW', 'RUS')).toBe('MOSCOW');
		expect(kept('Athens', 'GRC')).toBe('Athens');
		expect(kept('ORLEANS PAK', 'GRC')).toBe('ORLEANS PAK');
		expect(kept('MEXICO', 'MEX')).toBe('MEXICO');
	});
});
