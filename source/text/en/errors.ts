import type {ErrorDetails} from '../../core/errors.ts';
import {detail, type ErrorTexts, errorWords, megabytes} from '../details.ts';

/** The file in quotes, or what stands for it where no file is known. */
const file = (details: ErrorDetails, otherwise = 'the picture'): string => {
	const path = detail(details, 'path');
	return path ? `"${path}"` : otherwise;
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const because = (details: ErrorDetails): string => {
	const reason = detail(details, 'reason');
	return reason ? ` (${reason})` : '';
};

const seems: Readonly<Record<string, string>> = {
	empty: 'it is empty',
	text: 'it holds text',
	html: 'it holds a web page',
	json: 'it holds JSON',
	zip: 'it is an archive or an Office document',
	video: 'it is a film',
};

const kinds: Readonly<Record<string, string>> = {
	folder: 'a folder',
	fifo: 'a pipe',
	socket: 'a socket',
	device: 'a device',
};

const shapes: Readonly<Record<string, string>> = {
	TD1: 'an identity card (TD1)',
	TD2: 'an identity card or an older travel document (TD2)',
	'MRV-A': 'a visa (MRV-A)',
	'MRV-B': 'a visa (MRV-B)',
};

const usage = (details: ErrorDetails): string => {
	const value = (name: string) => detail(details, name);
	const hint = value('suggestion') ? ` Did you mean ${value('suggestion')}?` : '';
	switch (details.problem) {
		case 'unknown-option':
			return `There is no option ${value('option')}.${hint}`;
		case 'unknown-command':
			return `There is no command or file "${value('command')}".${hint}`;
		case 'missing-value':
			return `${value('option')} needs a value: ${value('expected')}.`;
		case 'needless-value':
			return `${value('option')} takes no value.`;
		case 'bad-value':
			return `${value('option')} cannot be "${value('value')}": ${value('expected')}.`;
		case 'conflict':
			return `${value('option')} and ${value('other')} exclude each other.`;
		case 'needs':
			return `${value('option')} is needed here.`;
		case 'extra-argument':
			return `${value('command')} takes no argument "${value('value')}".`;
		case 'nothing-named':
			return 'No picture was named.';
		case 'no-terminal':
			return 'The guided session needs a terminal, and this is none.';
		default:
			return 'The command was not understood.';
	}
};

const texts: ErrorTexts = {
	USAGE: {
		what: usage,
		next: details => {
			if (details.problem === 'no-terminal') {
				return ['Name what to read: passport-ocr-tui recognize --dir FOLDER', 'passport-ocr-tui --help shows all.'];
			}

			if (details.problem === 'nothing-named') {
				return ['Name pictures or folders, or use --file, --dir or --base64.'];
			}

			const command = detail(details, 'for');
			return [`passport-ocr-tui ${command ? `${command} ` : ''}--help shows what can be used.`];
		},
	},
	CONFIG_MISSING: {
		what: details =>
			details.reason === 'not-in-this-version'
				? 'The Xiangyun cloud service cannot be used with this version yet.'
				: 'No key and secret of the Xiangyun cloud service are set.',
		next: details =>
			details.reason === 'not-in-this-version'
				? ['Read on this computer instead: --engine offline']
				: [
						'passport-ocr-tui config save --key KEY --secret-stdin stores them.',
						'Or set PASSPORT_OCR_KEY and PASSPORT_OCR_SECRET.',
						'Or read on this computer, which needs no account: --engine offline',
					],
	},
	FILE_NOT_FOUND: {
		what: details => `${sentence(file(details, 'the file'))} does not exist.`,
		next: () => ['Check the name and the folder.', 'A name with spaces needs quotes.'],
	},
	NOT_READABLE: {
		what: details => `${sentence(file(details, 'the file'))} may not be read${because(details)}.`,
		next: () => ['Give yourself permission to read it, or copy it to a folder of yours.'],
	},
	NOT_A_FILE: {
		what: details => {
			const kind = kinds[detail(details, 'what')];
			return `${sentence(file(details))} is ${kind ? `${kind}, not a file` : 'not a file'}.`;
		},
		next: details =>
			detail(details, 'what') === 'folder' ? ['Name a folder with --dir.'] : ['Copy its content to a file first.'],
	},
	NOT_AN_IMAGE: {
		what: details => {
			const kind = seems[detail(details, 'seems')];
			return `${sentence(file(details))} is not a picture${kind ? `: ${kind}` : ''}.`;
		},
		next: () => ['Use a JPEG, PNG, BMP, WebP or TIFF file.'],
	},
	DAMAGED_IMAGE: {
		what: details => `${sentence(file(details))} is cut off or damaged.`,
		next: () => ['Copy it again from where it came from, or photograph the page again.'],
	},
	UNSUPPORTED_IMAGE: {
		what: details => `${sentence(file(details))} is in the format ${detail(details, 'format')}, which cannot be read.`,
		next: details =>
			detail(details, 'format') === 'PDF'
				? ['Save the page as a JPEG or PNG picture.']
				: ['Save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible.'],
	},
	TOO_LARGE: {
		what: details =>
			details.width === undefined
				? `${sentence(file(details))} is too large: ${megabytes(details, 'bytes')}, at most ${megabytes(details, 'limit')}.`
				: `${sentence(file(details))} is too large: ${detail(details, 'width')} x ${detail(details, 'height')} pixels.`,
		next: () => ['Save it smaller: 2,000 to 4,000 pixels on the long side are enough.'],
	},
	TOO_SMALL: {
		what: details =>
			`${sentence(file(details))} is too small to be read${
				details.width === undefined ? '' : `: ${detail(details, 'width')} x ${detail(details, 'height')} pixels`
			}.`,
		next: () => ['Use the original picture, not a thumbnail: at least 600 pixels across the page.'],
	},
	NO_PICTURES: {
		what: details => `There is no picture in ${file(details, 'the folder')}.`,
		next: () => [
			'Pictures end in .jpg, .jpeg, .png, .bmp, .webp, .tif or .tiff.',
			'Check that it is the right folder.',
		],
	},
	NO_PASSPORT_FOUND: {
		what: details => `No passport was found in ${file(details)}.`,
		next: () => [
			'The whole data page must be in the picture, with the two lines of letters and < at its lower edge.',
			'Photograph it flat, sharp and without glare.',
		],
	},
	OTHER_DOCUMENT: {
		what: details =>
			`${sentence(file(details))} is not a passport but ${shapes[detail(details, 'shape')] ?? 'another document'}.`,
		next: () => ['Use the data page of the passport.'],
	},
	NOTHING_TO_EXPORT: {
		what: details =>
			details.path === undefined ? 'There is nothing to export.' : `There is nothing to export in ${file(details)}.`,
		next: () => ['Read pictures first: passport-ocr-tui recognize --dir FOLDER', 'Rejected passports are left out.'],
	},
	NOT_WRITABLE: {
		what: details => `${sentence(file(details, 'the file'))} cannot be written${because(details)}.`,
		next: () => ['Choose another folder.', 'If it is open in another program, close it there.'],
	},
	FOREIGN_FILE: {
		what: details => `${sentence(file(details, 'the file'))} belongs to another program and was left as it is.`,
		next: () => ['Rename or move that file, or read with --no-save.'],
	},
	CANCELLED: {
		what: details => (details.path === undefined ? 'Stopped.' : `${sentence(file(details))} was not read: stopped.`),
		next: () => ['Start again: what was read before is kept.'],
	},
	NETWORK: {
		what: details => `The service cannot be reached${because(details)}.`,
		next: () => ['Check the network connection.', 'Read on this computer instead: --engine offline'],
	},
	TIMEOUT: {
		what: () => 'The service did not answer in time.',
		next: () => ['Try again later.', 'Read on this computer instead: --engine offline'],
	},
	BAD_RESPONSE: {
		what: details => `The answer of the service was not understood${because(details)}.`,
		next: () => ['Try again later.', 'Check the address of the service (--endpoint).'],
	},
	SERVICE: {
		what: details => {
			const words = detail(details, 'message');
			const status = detail(details, 'status');
			return `The service refused ${file(details)}${status ? ` (${status})` : ''}${words ? `: ${words}` : '.'}`;
		},
		next: () => ['Check the account at the service.', 'Read on this computer instead: --engine offline'],
	},
	INTERNAL: {
		what: details =>
			`Something went wrong inside this program${details.path === undefined ? '' : ` at ${file(details)}`}${because(details)}.`,
		next: () => ['This is our fault. Please report it with the words above.'],
	},
};

export const errors = errorWords(texts);
