import type {ConnectionVerdict} from '../../core/engines/engine.ts';
import type {KeyName} from '../key-name.ts';

/** What a trial call says about key and secret. */
export const verdicts = (key: KeyName): Readonly<Record<ConnectionVerdict, string>> => ({
	accepted: `Key and secret are valid. ${key('credentials.next')} stores them.`,
	refused: 'Key or secret not valid: type the secret again.',
	noQuota: 'Key and secret are valid, but the account has no calls left.',
	noBalance: 'Key and secret are valid, but the account balance is used up.',
	noProduct: 'Key and secret are valid, but passport recognition is not enabled for this account.',
	unclear: 'The answer does not say whether key and secret are valid.',
});
