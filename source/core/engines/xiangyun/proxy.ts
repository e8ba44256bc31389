import {AppError} from '../../errors.ts';

/**
 * The address of the proxy for HTTPS; undefined without one. As with curl, a name without a scheme is one of HTTP.
 *
 * @throws AppError USAGE {problem: 'bad-value', option: 'HTTPS_PROXY'}
 */
export function httpsProxy(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const given = (env.https_proxy ?? env.HTTPS_PROXY)?.trim();
	if (!given) return undefined;
	const text = given.includes('://') ? given : `http://${given}`;
	try {
		const {protocol} = new URL(text);
		if (protocol === 'http:' || protocol === 'https:') return text;
	} catch {
		// Said below.
	}
	// What is before an @ is a name and a password.
	const value = given.replace(/^.*@/s, '…@');
	throw new AppError('USAGE', {
		problem: 'bad-value',
		option: 'HTTPS_PROXY',
		name: 'proxy',
		value,
		expected: 'http://HOST:PORT',
	});
}
