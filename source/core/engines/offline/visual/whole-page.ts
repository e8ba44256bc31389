import {evens, type Found} from './page.ts';

/** What nearly every page prints and no MRZ has: where one is missing or unclear, its line was missed or cut. */
const onlyPrinted = ['issue_date', 'birth_place', 'authority'] as const;
/** What every page prints as its MRZ does: where several are missing, most lines were missed. */
const asInMrz = ['surname', 'passport_number', 'birth_date', 'expiry_date'] as const;
const mostMissing = 2;
/** Where none of them was found, the lines at the head of the page were missed. */
const names = ['surname', 'given_names', 'name'] as const;

const isSure = ({by, run}: Found): boolean => by === 'mrz' || run.margin > evens;

/** Whether a page’s lines were found, as far as its values say. */
export const isWhole = (found: readonly Found[]): boolean => {
	const has = (field: Found['field']) => found.some(one => one.field === field && isSure(one));
	return onlyPrinted.every(has) && names.some(has) && asInMrz.filter(field => !has(field)).length <= mostMissing;
};

/** How many values were read clearly, or are what the MRZ says, too. */
export const sureOf = (found: readonly Found[]): number => found.filter(isSure).length;
