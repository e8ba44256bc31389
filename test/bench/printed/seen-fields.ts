import {
	type findFields as FindFields,
	findFields as original,
} from '../../../source/core/engines/offline/visual/fields/find-fields.ts';
import type {PrintedPage} from '../../../source/core/engines/offline/visual/page.ts';

export {soughtOn} from '../../../source/core/engines/offline/visual/fields/find-fields.ts';

/** The page in which fields were last sought. */
export const seen: {page?: PrintedPage} = {};

export const findFields: typeof FindFields = (page, facts, today) => {
	seen.page = page;
	return original(page, facts, today);
};
