import type {MrzFacts} from '../../../../../source/core/engines/offline/visual/fields/mrz-facts.ts';

/** What the MRZ says of the invented person whose pages the tests beside this file print. */
export const facts: MrzFacts = {
	surname: 'LINDQVIST',
	given: 'SOFIA MARGARETA',
	number: 'L4190267K',
	nationality: 'UTO',
	issuer: 'UTO',
	birth: '880317',
	expiry: '340509',
	sex: 'F',
};
