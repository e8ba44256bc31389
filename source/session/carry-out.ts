import {credentialsActs} from './account/update.ts';
import type {ActId, Acting} from './act-id.ts';
import {listActs} from './app/list.ts';
import {questionActs} from './app/question.ts';
import {appActs} from './app/update.ts';
import {batchListActs} from './batch-list/update.ts';
import {whyNot} from './disabled-reasons.ts';
import {columnActs} from './export/column-editor.ts';
import {formActs} from './export/form.ts';
import {previewActs} from './export/preview.ts';
import {exportActs} from './export/update.ts';
import {writeListActs} from './export/write-list.ts';
import {pathLineActs} from './picker/path-line.ts';
import {pickerActs} from './picker/update.ts';
import {readingActs} from './reading/update.ts';
import {editActs} from './review/edit.ts';
import {typeMrzActs} from './review/type-mrz.ts';
import {reviewActs} from './review/update.ts';
import type {AppState} from './state.ts';
import {type Act, type Transition, transition} from './transition.ts';
import {tripActs} from './trip/update.ts';
import {engineActs} from './welcome/documents.ts';
import {doneActs} from './welcome/menu.ts';

/** What every action does. An action without an act does not compile. */
const acts: Readonly<Record<ActId, Act>> = {
	...appActs,
	...listActs,
	...batchListActs,
	...credentialsActs,
	...pickerActs,
	...pathLineActs,
	...readingActs,
	...reviewActs,
	...editActs,
	...typeMrzActs,
	...exportActs,
	...previewActs,
	...columnActs,
	...formActs,
	...doneActs,
	...engineActs,
	...questionActs,
	...tripActs,
	...writeListActs,
};

/** Carries out an action, or says why it does nothing now. */
export function act(state: AppState, id: ActId, acting: Acting): Transition {
	const reason = whyNot(state, id, acting.choice);
	return reason ? transition({...state, notice: {kind: 'off', reason}}) : acts[id](state, acting);
}
