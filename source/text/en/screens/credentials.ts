import type {KeyName} from '../../key-name.ts';
import {plural} from '../counting.ts';

/** The account of the cloud service. */
export const credentials = {
	explain: 'Key and secret are stored on this computer only,',
	stored: (path: string) => `in ${path} (only you can read it).`,
	storedInKeychain: 'the secret in the keychain of this system.',
	service: (where: string) => `They go with each picture to ${where}. Another: --endpoint.`,
	key: 'Key',
	secret: 'Secret',
	characters: (count: number) => plural(count, 'character', 'characters'),
	paste: 'You may paste. Spaces and line ends are dropped.',
	skip: (key: KeyName) => `Nothing at hand? Leave both empty and press ${key('credentials.next')}.`,
	enterAgain: (key: KeyName) => `Enter them again, or press ${key('app.back')}: what is waiting is kept.`,
	environment: 'Or set PASSPORT_OCR_KEY and PASSPORT_OCR_SECRET.',
	environmentWins: 'PASSPORT_OCR_KEY or _SECRET is set: it wins over this.',
	where: 'Sign up at netocr.com: both are in the personal centre.',
	hints: {
		swapped: 'They look as if they were swapped.',
		same: 'Both are the same: one must be wrong.',
		'key-shape': 'Most keys have 22 letters and digits.',
		'secret-shape': 'Most secrets have 32 digits and letters from a to f.',
	},
};
