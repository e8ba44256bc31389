/**
 * The second letter of the document code means what its issuer says (ICAO 9303-4 §4.2.2.1: at the discretion of the
 * issuing state), so it is translated for issuers that are known, and never by the newer common table alone: China's
 * ordinary passports print PO, which that table calls official. Seen in practice; soft.
 */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	CHN: {PO: 'ordinary', PE: 'public-affairs', PS: 'service', PD: 'diplomatic'},
	KOR: {PM: 'multiple-journey', PS: 'ordinary', PR: 'ordinary', PO: 'official', PD: 'diplomatic'},
};

/** What a document code means with its issuer; undefined where only the issuer could say. */
export const documentKind = (code: string, issuer: string): string | undefined => kinds[issuer]?.[code];
