import type {Credentials} from '../../core/engines/engine.ts';
import type {RunnerOptions} from '../effects/runner.ts';
import {problemOf} from '../problem.ts';

/** Asks the service about key and secret, which are not stored yet. */
export async function testAccount(
	credentials: Credentials,
	{send, configDir, endpoint}: RunnerOptions,
	signal: AbortSignal,
): Promise<void> {
	try {
		const {loadAccount} = await import('../../core/settings/account.ts');
		const {account: cloud} = await import('../../core/engines/choice.ts');
		const account = await loadAccount({configDir, endpoint, env: process.env});
		const result = await (await cloud.test({...account, credentials})).run(signal);
		send({type: 'accountTested', result});
	} catch (thrown) {
		if (!signal.aborted) send({type: 'failed', problem: problemOf(thrown)});
	}
}
