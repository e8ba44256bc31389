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
};

/** The years of an issuer's passports, by its code in the MRZ or as exported; undefined where nothing is known. */
export const validityTerms = (issuer: string): readonly number[] | undefined => {
	const code = issuer === 'DEU' ? 'D' : issuer;
	return Object.hasOwn(terms, code) ? terms[code]!.years : undefined;
};
