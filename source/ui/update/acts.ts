import type {ActingId} from '../binding.ts';
import type {Act} from '../step.ts';
import {appActs} from './app.ts';
import {batchListActs} from './batch-list.ts';
import {credentialsActs} from './credentials.ts';
import {editActs} from './edit.ts';
import {exportActs} from './export.ts';
import {helpActs} from './help.ts';
import {listActs} from './list.ts';
import {doneActs} from './menu.ts';
import {pickerActs} from './picker.ts';
import {questionActs} from './question.ts';
import {readingActs} from './reading.ts';
import {reviewActs} from './review.ts';
import {tripActs} from './trip.ts';
import {typeMrzActs} from './type-mrz.ts';
import {writeListActs} from './write-list.ts';

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
