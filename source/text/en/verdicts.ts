import type {ConnectionVerdict} from '../../core/engines/engine.ts';
import type {KeyName} from '../key-name.ts';

/** What a trial call says about key and secret. */
export const verdicts = (key: KeyName): Readonly<Record<ConnectionVerdict, string>> => ({
	accepted: `The service takes them. ${key('credentials.next')} stores them.`,
	refused: 'The service refused them: type the secret again.',
	noQuota: 'They are right, but the account has no calls left.',
	noBalance: 'They are right, but the account has no money left.',
	noProduct: 'They are right, but the account may not read passports.',
	unclear: 'The answer does not say whether they are right.',
});
