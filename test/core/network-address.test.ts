import {describe, expect, it} from 'vitest';
import {AppError} from '../../source/core/errors.ts';
import {addressKind} from '../../source/core/network-address.ts';
import {downloadPicture} from '../../source/core/pictures/files/download.ts';
import {notPublic} from '../support/not-public.ts';

describe('only global unicast addresses are public', () => {
	it.each(notPublic)('%s is reached by no --url', async host => {
		const thrown = await downloadPicture(`http://${host}/a.jpg`, {timeout: 2000}).catch(error => error);
		expect(thrown).toBeInstanceOf(AppError);
		expect(thrown).toMatchObject({code: 'NOT_DOWNLOADED', details: {reason: 'address-not-allowed'}});
	});

	it.each([
		'8.8.8.8',
		'1.1.1.1',
		'172.32.0.1',
		'192.0.1.1',
		'203.0.114.1',
		'2606:4700:4700::1111',
		'2400:3200::1',
		'2a00:1450:4001::200e',
		'::ffff:8.8.8.8',
	])('%s is public', address => {
		expect(addressKind(address)).toBe('public');
	});
});
