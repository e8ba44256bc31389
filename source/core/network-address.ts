import {type LookupAddress, lookup as lookupName} from 'node:dns';
import {BlockList, isIP, type LookupFunction} from 'node:net';
import {AppError} from './errors.ts';

/**
 * - `local`: this computer, or a private network (RFC 1918, RFC 4193).
 * - `special`: link-local, shared, reserved, multicast, or an IPv6 form that hides an IPv4 address.
 * - `public`: everything else.
 */
export type AddressKind = 'local' | 'special' | 'public';

const listOf = (subnets: readonly string[]): BlockList => {
	const list = new BlockList();
	for (const subnet of subnets) {
		const [address = '', bits] = subnet.split('/');
		list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
	}
	return list;
};

const local = listOf(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7']);

/** IANA's special-purpose registries; 64:ff9b::/96 and 2002::/16 carry any IPv4 address inside. */
const special = listOf([
	'0.0.0.0/8',
	'100.64.0.0/10',
	'169.254.0.0/16',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/4',
	'240.0.0.0/4',
	'::/128',
	'64:ff9b::/96',
	'64:ff9b:1::/48',
	'100::/64',
	'2001::/32',
	'2001:db8::/32',
	'2002::/16',
	'fe80::/10',
	'ff00::/8',
]);

/** What kind of address it is; text that is no address is `special`. IPv4 within IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
export function addressKind(address: string): AddressKind {
	const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const family = isIP(bare);
	if (family === 0) return 'special';
	const kind = family === 6 ? 'ipv6' : 'ipv4';
	if (local.check(bare, kind)) return 'local';
	return special.check(bare, kind) ? 'special' : 'public';
}

/**
 * A name lookup that fails when any address behind the name is not acceptable. Given to a socket it closes the gap
 * between asking and connecting: the address that was checked is the one that is used.
 *
 * The error is an AppError NETWORK {host, reason: 'address-not-allowed'}.
 */
export const guardedLookup =
	(accepts: (kind: AddressKind) => boolean): LookupFunction =>
	(host, options, callback) => {
		lookupName(host, {...options, all: true}, (error, found) => {
			const addresses: LookupAddress[] = error ? [] : (found as LookupAddress[]);
			const refused = addresses.some(({address}) => !accepts(addressKind(address)));
			const [first] = addresses;
			if (error || refused || !first) {
				callback(error ?? new AppError('NETWORK', {host, reason: 'address-not-allowed'}), '', 0);
			} else if (options.all) callback(null, addresses);
			else callback(null, first.address, first.family);
		});
	};
