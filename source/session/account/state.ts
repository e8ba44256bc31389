import type {EngineChoice} from '../../core/engines/choice.ts';
import type {TextEdit} from '../typing/text-edit.ts';

export type CredentialsState = {
	readonly focus: 'key' | 'secret';
	readonly key: TextEdit;
	readonly secret: TextEdit;
	/** The secret is shown in clear. */
	readonly shown: boolean;
	/** What was chosen and needs the account. */
	readonly wanted?: EngineChoice;
};
