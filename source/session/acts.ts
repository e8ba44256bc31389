import type {ActingId} from '../screen/keys/binding.ts';
import {credentialsActs} from './account/update.ts';
import {listActs} from './app/list.ts';
import {questionActs} from './app/question.ts';
import {appActs} from './app/update.ts';
import {batchListActs} from './batch-list/update.ts';
import {exportActs} from './export/update.ts';
import {writeListActs} from './export/write-list.ts';
import {helpActs} from './help/update.ts';
import {pickerActs} from './picker/update.ts';
import {readingActs} from './reading/update.ts';
import {editActs} from './review/edit.ts';
import {typeMrzActs} from './review/type-mrz.ts';
import {reviewActs} from './review/update.ts';
import type {Act} from './transition.ts';
import {tripActs} from './trip/update.ts';
import {doneActs} from './welcome/menu.ts';

/** What every key does. An action without an act does not compile. */
export const acts: Readonly<Record<ActingId, Act>> = {
	...appActs,
	...helpActs(() => acts),
	...listActs,
	...batchListActs,
	...credentialsActs,
	...pickerActs,
	...readingActs,
	...reviewActs,
	...editActs,
	...typeMrzActs,
	...exportActs,
	...doneActs,
	...questionActs,
	...tripActs,
	...writeListActs,
};
