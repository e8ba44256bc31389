/**
 * For how many years a state issues passports, where its authorities say so: a whole number of years that is none of them
 * is a misread day, or a passport of another kind. Evidence only; no day is ever worked out from it.
 */
type Terms = {readonly years: readonly number[]; readonly source: string};

const terms: Readonly<Record<string, Terms>> = {
	// Six years under 24, ten from then on; a provisional one is valid for one.
	D: {years: [1, 6, 10], source: 'Germany, municipal passport offices (Rosenheim, Altlandsberg)'},
	// Two years under two, five under twelve, ten from then on.
	AUT: {years: [2, 5, 10], source: 'Austria, municipal passport offices (Lech, Lauterach)'},
	// Five years for minors, ten for adults; an urgent one is valid for one.
	FRA: {years: [1, 5, 10], source: 'France, municipal passport offices (Saint-Thibault-des-Vignes)'},
	// Five years under 16, five or ten from then on.
	CAN: {years: [5, 10], source: 'Canada, passeport.gc.ca, frequently asked questions'},
	// Ten years for adults, five for children and for seniors who ask for it.
	AUS: {years: [5, 10], source: 'Australia, passports.gov.au, Passport validity'},
	// Five years under 16, ten from then on; of limited validity for one or two.
	USA: {years: [1, 2, 5, 10], source: 'United States, travel.state.gov, Replace a Limited Validity Passport'},
	// Three years under three, five under 18, ten from then on; a temporary one is valid for a year at most.
	ITA: {years: [1, 3, 5, 10], source: 'Italy, Consulate General in London, Validità del passaporto'},
	// Five years under 18, ten from then on, since 9 March 2014; an emergency one is valid for one.
	NLD: {years: [1, 5, 10], source: 'Netherlands, municipality of Vlissingen, Paspoort'},
	// Five years under 18, seven from then on, since 2014; five for all before; a provisional one is valid for one at most.
	BEL: {years: [1, 5, 7], source: 'Belgium, Royal Decree of 19 April 2014, article 1'},
	// Five years for children, ten for adults; three under three until 2018; an emergency one is valid for one.
	IRL: {years: [1, 3, 5, 10], source: 'Ireland, head of the Passport Office in the Longford Leader, May 2018'},
	// Five years for children; for adults ten, and five from 2005 to 2015; an emergency one is valid for one.
	NZL: {years: [1, 5, 10], source: 'New Zealand, Minister of Internal Affairs, 25 May 2015'},
	// Five or ten years; an emergency one is valid for one.
	JPN: {years: [1, 5, 10], source: 'Japan, Minister for Foreign Affairs, 23 December 2025; Passport Act'},
};

/** The years of an issuer's passports, by its code in the MRZ or as exported; undefined where nothing is known. */
export const validityTerms = (issuer: string): readonly number[] | undefined => {
	const code = issuer === 'DEU' ? 'D' : issuer;
	return Object.hasOwn(terms, code) ? terms[code]!.years : undefined;
};
