import type {Credentials, CredentialsHint} from '../engine.ts';

/** ocrKey: 22 letters and digits; ocrSecret: 32 hexadecimal digits. */
const isKey = (text: string): boolean => /^[A-Za-z0-9]{22}$/.test(text);
const isSecret = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** The shapes that published ones have. */
export function credentialsHints({key, secret}: Credentials): readonly CredentialsHint[] {
	if (key === secret) return ['same'];
	if (isSecret(key) && isKey(secret)) return ['swapped'];
	return [...(isKey(key) ? [] : (['key-shape'] as const)), ...(isSecret(secret) ? [] : (['secret-shape'] as const))];
}

/** Shorter ones would be found in every second word. */
const shortest = 8;

/** A text of the service without the credentials: it may well repeat what it refuses. */
export function withoutCredentials(text: string, {key, secret}: Credentials): string {
	return [secret, key]
		.filter(one => one.length >= shortest)
		.reduce((clean, one) => clean.replaceAll(one, '••••••••'), text);
}
