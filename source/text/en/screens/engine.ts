import type {EngineChoice} from '../../../core/engines/choice.ts';

/** What a menu says of an engine: its name, and whether it can be used now. */
export type EngineWords = {
	readonly name: string;
	readonly state: string;
	/** The same where there is no room. */
	readonly shortState?: string;
	/** The same once its account is stored. */
	readonly stored?: string;
	/** The choice in a sentence of the session as lines. */
	readonly spoken: string;
	/** More about it, a line each. */
	readonly more?: (where: string) => readonly string[];
};

const choices: Readonly<Record<EngineChoice, EngineWords>> = {
	offline: {
		name: 'This computer (offline)',
		state: 'ready',
		spoken: 'this computer, nothing leaves it',
		more: () => [
			'No picture leaves this computer. No account, no cost.',
			'Printed text too: places, authority, date of issue.',
			'Check digits prove what was read.',
		],
	},
	xiangyun: {
		name: 'Xiangyun cloud service',
		state: 'needs an account',
		stored: 'account stored',
		spoken: 'the Xiangyun cloud service, paid per picture',
		more: where => [
			`Sends pictures to ${where}, paid one by one.`,
			'Reads the printed text too. Needs a key and a secret.',
		],
	},
	auto: {
		name: 'This computer, then the cloud',
		state: 'asks before it sends what is not proven',
		shortState: 'asks before it sends',
		spoken: 'this computer, and after a question the cloud for what is not proven',
	},
	both: {
		name: 'Both, compared',
		state: 'asks before it sends',
		spoken: 'both, compared; asks before anything is sent',
	},
};

/** The choice of the recognition engine. */
export const engine = {
	question: 'Which recognition engine reads the pictures?',
	hint: 'You can change this later from the first screen.',
	choices,
	documents: (names: readonly string[]) => `Documents: ${names.join(', ')}`,
	cloudHint: 'The cloud reads passports only.',
	documentNames: {passport: 'passports', id: 'identity cards', visa: 'visas'},
	mrzAlone: {
		name: 'This computer, MRZ alone',
		state: 'faster; no printed text',
		spoken: 'this computer, the MRZ alone',
	} as EngineWords,
};
