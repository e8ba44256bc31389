import {type LookupAddress, lookup as lookupName} from 'node:dns';
import {BlockList, isIP, type LookupFunction} from 'node:net';
import {AppError} from './errors.ts';

/**
 * - `local`: this computer, or a private network (RFC 1918, RFC 4193).
 * - `special`: link-local, shared, reserved, multicast, or an IPv6 form that hides an IPv4 address.
 * - `public`: global unicast, the rest.
 */
export type AddressKind = 'local' | 'special' | 'public';

/** Made when it is first asked: most runs ask about no address. */
const listOf = (subnets: readonly string[]) => {
	let list: BlockList | undefined;
	return (address: string, family: 'ipv4' | 'ipv6'): boolean => {
		list ??= blockList(subnets);
		return list.check(address, family);
	};
};

function blockList(subnets: readonly string[]): BlockList {
	const list = new BlockList();
	for (const subnet of subnets) {
		const [address = '', bits] = subnet.split('/');
		list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
	}
	return list;
}

const isMapped = listOf(['::ffff:0:0/96']);

const isLocal = listOf(['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '::1/128', 'fc00::/7']);

/** All addresses of IPv6 that are handed out (RFC 4291 2.4, IANA): what is outside is reserved, local or hides an IPv4. */
const isUnicast = listOf(['2000::/3']);

/** IANA's special-purpose registries within what is handed out; 2002::/16 carries any IPv4 address inside. */
const isSpecial = listOf([
	'0.0.0.0/8',
	'100.64.0.0/10',
	'169.254.0.0/16',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.31.196.0/24',
	'192.52.193.0/24',
	'192.88.99.0/24',
	'192.175.48.0/24',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/4',
	'240.0.0.0/4',
	'2001::/23',
	'2001:db8::/32',
	'2002::/16',
	'2620:4f:8000::/48',
	'3fff::/20',
]);

/** What kind of address it is; text that is no address is `special`. IPv4 within IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
export function addressKind(address: string): AddressKind {
	const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const family = isIP(bare);
	if (family === 0) return 'special';
	const kind = family === 6 ? 'ipv6' : 'ipv4';
	if (isLocal(bare, kind)) return 'local';
	if (isSpecial(bare, kind)) return 'special';
	// IPv4 within IPv6 was checked as IPv4.
	return family === 4 || isMapped(bare, kind) || isUnicast(bare, kind) ? 'public' : 'special';
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
