import {type DocumentClass, passportsOnly} from '../../core/passport/model/document.ts';
import {messages} from '../../text/index.ts';
import type {AppState} from '../state.ts';
import {type Act, transition} from '../transition.ts';

/** The choices, each with what is needed less often than before. */
const choices: readonly (readonly DocumentClass[])[] = [passportsOnly, ['passport', 'id'], ['passport', 'id', 'visa']];

/** What comes after these; after what only the command can say, the usual. */
function nextDocuments(documents: readonly DocumentClass[]): readonly DocumentClass[] {
	const at = choices.findIndex(one => `${one}` === `${documents}`);
	return choices[(at + 1) % choices.length]!;
}

/** What is read, in words. */
export function documentsText({documents, language}: Pick<AppState, 'documents' | 'language'>): string {
	const {documents: said, documentNames} = messages(language).app.engine;
	return said(documents.map(one => documentNames[one]));
}

export const engineActs = {
	'engine.documents': state => {
		const documents = nextDocuments(state.documents);
		return transition({...state, documents}, {type: 'saveSettings', change: {documents}});
	},
} as const satisfies Readonly<Record<string, Act>>;
