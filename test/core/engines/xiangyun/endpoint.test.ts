import {expect, test} from 'vitest';
import {credentialsHints, withoutCredentials} from '../../../../source/core/engines/xiangyun/credentials.ts';
import {checkEndpoint, parseEndpoint} from '../../../../source/core/engines/xiangyun/endpoint.ts';
import {type AddressKind, addressKind} from '../../../../source/core/network-address.ts';
import {testCredentials} from '../../../support/xiangyun-server.ts';

test("without a custom server it is the vendor's, encrypted", () => {
	expect(parseEndpoint()).toEqual({
		host: 'netocr.com',
		official: true,
		plain: false,
		recog: 'https://netocr.com/api/recog.do',
		recogliu: 'https://netocr.com/api/recogliu.do',
	});
});

test.each([
	['https://ocr.example.org', 'https://ocr.example.org/api/recog.do'],
	['https://ocr.example.org/base/', 'https://ocr.example.org/base/api/recog.do'],
	['https://ocr.example.org/api/recogliu.do', 'https://ocr.example.org/api/recog.do'],
	['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/recog.do'],
	['http://[::1]:8080', 'http://[::1]:8080/api/recog.do'],
	['http://10.1.2.3', 'http://10.1.2.3/api/recog.do'],
	['http://192.168.0.9:81/x', 'http://192.168.0.9:81/x/api/recog.do'],
	['http://localhost:8080', 'http://localhost:8080/api/recog.do'],
])('%s is asked at %s', async (text, recog) => {
	expect(parseEndpoint(text).recog).toBe(recog);
	await checkEndpoint(parseEndpoint(text));
});

test.each([
	'http://8.8.8.8',
	'http://[2001:4860:4860::8888]',
	'http://169.254.169.254',
	'http://0.0.0.0',
	'ftp://127.0.0.1',
	'file:///etc/passwd',
	'netocr.com',
	'https://user:geheim@ocr.example.org',
	'https://ocr.example.org/?token=geheim',
	'https://ocr.example.org/#x',
	'',
])('"%s" is refused before anything is sent, and shows no password', text => {
	expect(() => parseEndpoint(text)).toThrow(
		expect.objectContaining({code: 'USAGE', details: expect.objectContaining({option: '--endpoint'})}),
	);
	expect(() => parseEndpoint(text)).not.toThrow(/geheim/);
});

test.each([
	['127.0.0.1', 'local'],
	['::1', 'local'],
	['10.255.0.1', 'local'],
	['172.31.255.255', 'local'],
	['172.32.0.1', 'public'],
	['192.168.1.1', 'local'],
	['fd12::1', 'local'],
	['::ffff:10.0.0.1', 'local'],
	['::ffff:127.0.0.1', 'local'],
	['169.254.169.254', 'special'],
	['::ffff:169.254.169.254', 'special'],
	['100.64.0.1', 'special'],
	['0.0.0.0', 'special'],
	['::', 'special'],
	['fe80::1%eth0', 'special'],
	['64:ff9b::a00:1', 'special'],
	['2002:a00:1::', 'special'],
	['224.0.0.1', 'special'],
	['255.255.255.255', 'special'],
	['8.8.8.8', 'public'],
	['2001:4860:4860::8888', 'public'],
	['example.org', 'special'],
	['0x7f.1', 'special'],
] as const satisfies readonly (readonly [string, AddressKind])[])('%s is %s', (address, kind) => {
	expect(addressKind(address)).toBe(kind);
});

test('odd credentials are pointed out, never refused', () => {
	const {key, secret} = testCredentials;
	expect(credentialsHints(testCredentials)).toEqual([]);
	expect(credentialsHints({key: secret, secret: key})).toEqual(['swapped']);
	expect(credentialsHints({key, secret: secret.toUpperCase()})).toEqual(['secret-shape']);
	expect(credentialsHints({key: 'short', secret})).toEqual(['key-shape']);
	expect(credentialsHints({key, secret: key})).toEqual(['same']);
});

test('a text that repeats the credentials loses them', () => {
	const {key, secret} = testCredentials;
	expect(withoutCredentials(`用户${key}不存在，secret=${secret}`, testCredentials)).toBe(
		'用户••••••••不存在，secret=••••••••',
	);
	// One so short would be in every second word.
	expect(withoutCredentials('a', {key: 'a', secret: ''})).toBe('a');
});
