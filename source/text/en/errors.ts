import {cleanText} from '../../core/clean-text.ts';
import type {ErrorDetails} from '../../core/errors.ts';
import {
	detail,
	type ErrorTexts,
	errorWords,
	isFolder,
	isFull,
	isGarbled,
	isNotOurs,
	isValueName,
	misfitIn,
	noPermission,
	refusedNames,
	untrusted,
} from '../details.ts';
import {fileSize} from '../format.ts';
import type {KeyName} from '../key-name.ts';
import {answers, documents, formatAdvice, kinds, networks, seems, seemsAdvice, shapes, systems} from './error-words.ts';
import {exported} from './exported.ts';
import {misfit} from './misfit.ts';
import {problems} from './problems.ts';
import {usage} from './usage.ts';

/** The file in quotes, or a general word where no file is known. */
const file = (details: ErrorDetails, otherwise = 'the picture'): string => {
	const path = detail(details, 'path');
	return path ? `"${path}"` : otherwise;
};

const quoted = (names: ErrorDetails[string] | undefined): string =>
	[names ?? []]
		.flat()
		.map(name => `"${cleanText(String(name))}"`)
		.join(', ');

const passports = ({passports: count}: ErrorDetails): string => (count === 1 ? '1 passport' : `${count} passports`);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const because = (details: ErrorDetails): string => {
	const reason = detail(details, 'reason');
	return reason ? ` (${systems[reason] ?? reason})` : '';
};

/** The service's own number and words, so that no one has to guess them. */
const said = (details: ErrorDetails): string => {
	const message = detail(details, 'message');
	const status = detail(details, 'status');
	const http = detail(details, 'http');
	if (!message && !status) return http ? ` The service answers HTTP ${http}.` : '';
	return ` The service says: ${message ? `"${message}"` : 'nothing'}${status ? ` (${status})` : ''}.`;
};

/** After what went wrong when the picture was on its way already. */
const charged = ({sent}: ErrorDetails): string =>
	sent === undefined ? '' : ' The picture may have been received, and charged.';

/** A certificate that is not trusted has a dozen codes. */
const network = (details: ErrorDetails): string => {
	const reason = detail(details, 'reason');
	return (
		networks[reason.replace(/^HPE_.*/, 'HPE')] ??
		(untrusted.test(reason) ? `its certificate is not trusted (${reason})` : reason)
	);
};

/** Whether several failures in a row may have been charged: all of them, some or none. */
const chargedOf = ({row, charged}: ErrorDetails): string => {
	if (charged === 0) return 'None of these calls was charged.';
	if (charged === undefined || charged === row) return 'These calls may have been charged.';
	return `${charged} of these calls may have been charged.`;
};

/** How the last of several calls failed. */
const lastFailure = (details: ErrorDetails): string => {
	const http = detail(details, 'http');
	const last = http ? `HTTP ${http}` : problems(detail(details, 'last'));
	return last === '' ? '' : ` (${last})`;
};

const renameIt = 'Rename it: its name is not in UTF-8, and cannot be opened so.';

const offlineInstead = 'Read on this computer instead: --engine offline';

const keptMeanwhile = 'What was read is kept and will not be paid again: run the same command again.';

const keptInApp = 'What was read is kept and will not be paid again.';

const offlineInApp = 'Or read on this computer: first screen, Recognition engine.';

const resume = (key: KeyName): string => `press ${key('reading.pause')} to resume.`;

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
		what: () => 'No key and secret of the Xiangyun cloud service are set.',
		next: () => [
			'passport-ocr-tui config save --key KEY --secret-stdin stores them.',
			'You find both at netocr.com: sign up, then personal centre (个人中心).',
			'Or set PASSPORT_OCR_KEY and PASSPORT_OCR_SECRET.',
			'Or read on this computer, which needs no account: --engine offline',
		],
		inApp: () => [
			'Enter key and secret: first screen, Recognition engine.',
			'You find both at netocr.com: personal centre.',
		],
	},
	KEYCHAIN: {
		what: details => {
			const {problem} = details;
			if (problem === 'not-installed')
				return 'The secret is in the keychain of this system, which @napi-rs/keyring opens; it is not installed.';
			if (problem === 'empty') return 'The keychain of this system does not have the secret any more.';
			return `The keychain of this system did not give the secret: ${detail(details, 'reason')}`;
		},
		next: ({problem}) => [
			problem === 'not-installed'
				? 'npm install @napi-rs/keyring, in the same place as this program.'
				: 'Unlock the keychain, and try again.',
			'Or store key and secret again: passport-ocr-tui config save --key KEY --secret-stdin',
			'Or set PASSPORT_OCR_KEY and PASSPORT_OCR_SECRET.',
		],
		inApp: ({problem}) => [
			...(problem === 'failed' ? ['Unlock the keychain, and try again.'] : []),
			'Or type key and secret again: first screen, Recognition engine.',
		],
	},
	FILE_NOT_FOUND: {
		what: details =>
			`${sentence(file(details, 'the file'))} ${isGarbled(details) ? 'cannot be opened' : details.what === 'file' ? 'is a file, not a folder' : 'does not exist'}.`,
		next: details =>
			details.what === 'file'
				? [`Name the folder ${/\.zip$/i.test(detail(details, 'path')) ? 'that it was unpacked to' : 'that it is in'}.`]
				: details.pages !== undefined
					? [`The file has ${detail(details, 'pages')} pages.`]
					: isGarbled(details)
						? [renameIt]
						: ['Check the name and the folder.', 'A name with spaces needs quotes.'],
		inApp: details => [
			isGarbled(details) ? renameIt : 'It was moved, renamed or deleted: put it back, or choose again.',
		],
	},
	NOT_READABLE: {
		what: details =>
			details.perhaps !== undefined
				? `${sentence(file(details))} was not sent: "${detail(details, 'perhaps')}" may be its earlier result, and cannot be opened${because(details)}.`
				: details.result === undefined
					? isFolder(details)
						? `${sentence(file(details))} is a folder, not a file.`
						: `${sentence(file(details, 'the file'))} cannot be read${because(details)}.`
					: `${sentence(file(details))} was not read: its earlier result "${detail(details, 'result')}" cannot be read${because(details)}.`,
		next: details =>
			details.perhaps !== undefined
				? ['Give yourself permission to read it. If it is not a result, move it to another folder.']
				: noPermission.has(detail(details, 'reason'))
					? ['Give yourself permission to read it, or copy it to a folder of yours.']
					: isFolder(details)
						? ['Name a file. For all that is in a folder: recognize --dir, export --from-dir.']
						: isNotOurs(details)
							? ['It is not what this program has written: move it to another folder, and try again.']
							: ['Try again, or copy it to another disk.'],
	},
	NOT_A_FILE: {
		what: details => {
			const kind = kinds[detail(details, 'what')];
			return `${sentence(file(details))} is ${kind ? `${kind}, not a file` : 'not a file'}.`;
		},
		next: details =>
			detail(details, 'what') === 'folder' ? ['Name a folder with --dir.'] : ['Copy its content to a file first.'],
		inApp: details =>
			detail(details, 'what') === 'folder' ? ['Open it in the list.'] : ['Copy its content to a file first.'],
	},
	NOT_AN_IMAGE: {
		what: details => {
			const kind = seems[detail(details, 'seems')];
			return `${sentence(file(details))} is not a picture${kind ? `: ${kind}` : ''}.`;
		},
		next: details => [
			seemsAdvice[detail(details, 'seems')] ?? 'Use a JPEG, PNG, BMP, WebP, TIFF, GIF, AVIF, HEIC or PDF file.',
		],
	},
	DAMAGED_IMAGE: {
		what: details =>
			details.reason === 'timeout'
				? `${sentence(file(details))} takes longer than 20 seconds to open and was given up.`
				: `${sentence(file(details))} is cut off or damaged.${said(details)}`,
		next: details =>
			details.reason === 'timeout'
				? ['Open it in another program and save it as a JPEG.']
				: ['Copy it again from where it came from, or photograph the page again.'],
	},
	UNSUPPORTED_IMAGE: {
		what: details =>
			details.needs === 'password'
				? `${sentence(file(details))} opens only with a password.`
				: `${sentence(file(details))} is in the format ${detail(details, 'format')}, which cannot be read.`,
		next: details => [
			formatAdvice[detail(details, 'format')] ?? 'Open it in an image viewer and save it as JPEG or PNG.',
		],
	},
	NOT_DOWNLOADED: {
		what: details => {
			const http = detail(details, 'http');
			const reason = http ? `HTTP ${http}` : network(details);
			return `${sentence(file(details))} could not be downloaded${reason ? `: ${reason}` : ''}.`;
		},
		next: details =>
			details.reason === 'address-not-allowed'
				? ['A picture from your own network: --allow-private']
				: [
						...(details.proxy === undefined
							? []
							: [
									`--url connects directly, not by the proxy of ${detail(details, 'proxy')}: behind a proxy it cannot be checked where an address leads.`,
								]),
						'Download it with a browser, and name the file with --file.',
					],
	},
	TOO_LARGE: {
		what: details =>
			details.width !== undefined
				? `${sentence(file(details))} is too large: ${detail(details, 'width')} x ${detail(details, 'height')} pixels.`
				: details.pictures !== undefined
					? `${sentence(file(details))} holds ${detail(details, 'pictures')} files that are or may be pictures; at most ${detail(details, 'limit')} of one archive are unpacked.`
					: details.unpacked !== undefined
						? `${sentence(file(details))} takes more than ${fileSize(Number(details.limit))} when it is unpacked, and was not unpacked to its end.`
						: details.limit !== undefined
							? `${sentence(file(details))} is too large: ${fileSize(Number(details.bytes ?? 0))}, at most ${fileSize(Number(details.limit))}.`
							: `${sentence(file(details))} is too large for the service.`,
		next: details => [
			details.pictures !== undefined || details.unpacked !== undefined
				? 'Unpack it with another program, and name the folder with the pictures.'
				: 'Save it smaller: 2,000 to 4,000 pixels on the long side are enough.',
		],
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
			'JPEG, PNG, HEIC, PDF, BMP, WebP, TIFF, GIF and AVIF files are read, and ZIP files of them.',
			'Check that it is the right folder.',
		],
	},
	NO_PASSPORT_FOUND: {
		what: details =>
			details.lines === 'partly'
				? `Only a part of the two lines of letters and < can be read in ${file(details)}.`
				: details.passports === undefined
					? `No passport was found in ${file(details)}.${said(details)}`
					: `There is no ${file(details)}: the picture has ${passports(details)}.`,
		next: details =>
			details.passports === undefined
				? [
						details.lines === 'partly'
							? 'Is an end of them cut off, or under a finger or glare? They must be in the picture whole.'
							: 'The whole data page must be in the picture, with the two lines of letters and < at its lower edge.',
						'Photograph it flat, sharp and without glare.',
					]
				: ['Name the picture without a number to read all that is on it.'],
	},
	BLANK_PAGE: {
		what: details => `${sentence(file(details))} is blank.`,
		next: () => ['If something is printed on it, scan it again darker.'],
	},
	OTHER_DOCUMENT: {
		what: details =>
			details.shape === 'TD3'
				? `${sentence(file(details))} is a passport, and passports are not among the documents to read.`
				: `${sentence(file(details))} is not a passport but ${
						shapes[detail(details, 'shape')] ?? documents[detail(details, 'type')] ?? 'another document'
					}.${said(details)}`,
		next: ({shape}) =>
			shape === 'TD3'
				? ['Read passports as well: --documents passport,id,visa']
				: shape === undefined || shape === 'old-french-card'
					? ['Use the data page of the passport.']
					: [
							'Use the data page of the passport.',
							'Or choose such documents as well, with the engine or by --documents passport,id,visa.',
						],
	},
	NOTHING_TO_EXPORT: {
		what: details =>
			details.reason === 'misfit'
				? 'Nothing is written: each passport has a value that does not fit the template.'
				: details.reason === 'refused'
					? `No passport has a line for the airline, for what is not certain${refusedNames(details, ': ', '; ')}.`
					: details.reason === 'empty-columns'
						? `There is nothing to export: empty for every passport are ${detail(details, 'columns')}.`
						: details.path === undefined
							? 'There is nothing to export.'
							: `There is nothing to export in ${file(details)}.`,
		next: details =>
			details.reason === 'refused'
				? ['Check what is not certain: passport-ocr-tui FOLDER']
				: details.reason !== undefined
					? []
					: ['Read pictures first: passport-ocr-tui recognize --dir FOLDER', 'Rejected passports are left out.'],
	},
	TEMPLATE: {
		what: details => {
			const place = `${sentence(file(details))}, line ${detail(details, 'line')}, column ${detail(details, 'column')}`;
			const value = detail(details, 'value');
			switch (detail(details, 'problem')) {
				case 'name':
					return `${place}: there is no value "${value}".`;
				case 'filter':
					return `${place}: there is no filter "${value}".`;
				case 'argument':
					return `${place}: "${value}" does not have what the filter needs.`;
				case 'unclosed':
					return `${place}: {{ without }}.`;
				case 'misfit':
					return `${misfitIn(details, misfit)}.`;
				case 'no-value':
					return `${sentence(file(details))} has no {{name}} in the lines for a passport: all would be the same.`;
				case 'instruction':
					return `${place}: "${value}" is no instruction.`;
				default:
					return `${sentence(file(details))} has no line for a passport.`;
			}
		},
		next: details => {
			const known = details.known === undefined ? '' : detail(details, 'known');
			const value = detail(details, 'value');
			switch (detail(details, 'problem')) {
				case 'name':
					return isValueName(value)
						? [`Give it with --set ${value}=VALUE, or use one of: ${known}.`]
						: [`Use one of: ${known}; or a name of small letters, and give its value with --set.`];
				case 'misfit':
					return [`Give another one with --set ${detail(details, 'name')}=VALUE; a day is written as 2026-11-29.`];
				case 'filter':
					return [`Use one of: ${known}.`];
				default:
					return ['source/reference/export.md shows what a template can hold.'];
			}
		},
		inApp: (details, key) => {
			const known = details.known === undefined ? '' : detail(details, 'known');
			switch (detail(details, 'problem')) {
				case 'name':
					return [`Use one of: ${known}; or a name of small letters, for which the form then asks.`];
				case 'misfit':
					return [`Give another value for ${detail(details, 'name')}: ${key('form.open')} in the export screen.`];
				case 'filter':
					return [`Use one of: ${known}.`];
				default:
					return ['source/reference/export.md shows what a template can hold.'];
			}
		},
	},
	NOT_A_LIST: {
		what: details => {
			switch (detail(details, 'reason')) {
				case 'format':
					return `Only Excel and CSV lists can be added to; ${file(details)} is to be another format.`;
				case 'encoding':
					return `${sentence(file(details))} is not in UTF-8: what is added could not be read beside it.`;
				case 'unreadable':
					return `${sentence(file(details))} cannot be read as a workbook.`;
				case 'totals':
					return `The table of passports in ${file(details)} has a total row, and nothing can be added above it.`;
				case 'formula':
					return `Cell ${detail(details, 'cell')} of ${file(details)} is part of a formula that fills several cells: with a value there they would lose it.`;
				case 'twice':
					return `${detail(details, 'value')} is in ${file(details)} twice with two values, in line ${detail(details, 'line')} and in line ${detail(details, 'other')}.`;
				case 'sheets':
					return `Several sheets of ${file(details)} have the heads of a list: ${quoted(details.sheets)}. Nothing says which of them is the list.`;
				case 'lists':
					return `Row ${detail(details, 'line')} of ${file(details)} has heads of another list in other places: added rows would have their values in the wrong columns.`;
				case 'merged':
					return `The table of passports in ${file(details)} cannot be extended: the cells ${detail(details, 'range')} below it are merged, or another table.`;
				case 'quote':
					return `A quote that begins in line ${detail(details, 'line')} of ${file(details)} is not closed: the lines below it are part of its value.`;
				default:
					if (details.heads !== undefined) {
						const lacks =
							details.missing === 'number'
								? `none of them is that of the passport number ("${exported.fields.passport_number}")`
								: 'only the passport number is known of them';
						return `${sentence(file(details))} is not a list of passports: its heads are ${quoted(details.heads)}, and ${lacks}.`;
					}
					return `${sentence(file(details))} is not a list of passports: none of its first 20 rows has heads such as "${exported.fields.passport_number}" and "${exported.fields.surname_english}".`;
			}
		},
		next: details => {
			switch (detail(details, 'reason')) {
				case 'encoding':
					return ['Save it in Excel as "CSV UTF-8", or as an Excel workbook.'];
				case 'unreadable':
					return ['Open it in Excel and save it again, without a password; or write a new list instead.'];
				case 'totals':
					return [
						'In Excel, turn off "Total Row" of the table (Table Design) and save; add again, then turn it on.',
						'Or write a new list instead.',
					];
				case 'formula':
					return [
						'Delete the formulas below the list in that column, save, and add again; or write a new list instead.',
					];
				case 'twice':
					return ['Delete the line that is wrong with a text editor, then try again.'];
				case 'sheets':
					return ['In Excel, hide all of them but the list, or name the list "Passports"; save, and add again.'];
				case 'lists':
					return ['Move the other list to a sheet or a file of its own and save; or write a new list instead.'];
				case 'merged':
					return [
						`Move the cells ${detail(details, 'range')} further down, save, and add again; or write a new list instead.`,
					];
				case 'quote':
					return [`Close or delete the quote in line ${detail(details, 'line')} with a text editor, then try again.`];
				default:
					return [
						`Name the columns "${exported.fields.passport_number}", "${exported.fields.surname_english}" and so on, as in a new list, and save; or write a new list instead.`,
					];
			}
		},
	},
	NOT_WRITABLE: {
		what: details =>
			details.unsent === undefined
				? `${sentence(file(details, 'the file'))} cannot be written${because(details)}.`
				: `${sentence(file(details))} was not sent: nothing can be kept in "${detail(details, 'folder')}"${because(details)}.`,
		next: details => {
			if (details.unsent !== undefined && !isFull.has(detail(details, 'reason'))) {
				return ['Give yourself permission to write there, or copy the pictures to a folder of yours.'];
			}
			switch (detail(details, 'reason')) {
				case 'ENOSPC':
				case 'EDQUOT':
					return ['Make room on the disk, or choose a folder on another one.'];
				case 'EISDIR':
					return ['Add the name of a file to that of the folder.'];
				case 'DEVICE':
					return ['Choose the name of a file. Commands write to standard output with -o -'];
				case 'CHANGED':
					return ['Nothing was written. Save and close it in the other program, then try again.'];
				case 'PROTECTED':
					return [
						details.sheet === undefined
							? 'Open it in Excel with its password, and save it without one (Save As, Tools, General Options).'
							: `In Excel, unprotect the sheet "${detail(details, 'sheet')}" (Review, Unprotect Sheet) and save; add again, then protect it.`,
						'Or write a new list instead.',
					];
				case 'LOCKED':
					return ['Nothing was written. Wait until the other run has ended, then add again.'];
				case 'RESULT':
					return ['Choose another name for the list.'];
				case 'LINK':
					return ['Move or rename the link, or move the ZIP to another folder.'];
				case 'READ_ONLY':
					return ['Remove the write protection of the file, or choose another name.'];
				case 'DANGLING':
					return ['Connect the drive to which the link leads, or delete the link; or choose another name.'];
				case 'OTHER_ENDING':
					return ['Name the file to which the link leads, or choose another name.'];
				case 'EBUSY':
					return [
						'Close it in the other program, or choose another name.',
						...(details.lock === undefined
							? []
							: [`If no program has it open, delete ${detail(details, 'lock')} beside it, which a crash has left.`]),
					];
				default:
					return ['Choose another folder.', 'If it is open in another program, close it there.'];
			}
		},
	},
	FOREIGN_FILE: {
		what: details => `${sentence(file(details, 'the file'))} belongs to another program and was left as it is.`,
		next: () => ['Rename or move that file, or read with --no-save.'],
		inApp: () => ['Rename or move that file.'],
	},
	CANCELLED: {
		what: details => (details.path === undefined ? 'Stopped.' : `${sentence(file(details))} was not read: stopped.`),
		next: () => ['Start again: what was read before is kept.'],
	},
	CALL_LIMIT: {
		what: details => `${sentence(file(details))} was not sent: --max-calls ${detail(details, 'limit')} is reached.`,
		next: () => [keptMeanwhile],
	},
	CREDENTIALS_REFUSED: {
		what: details => `The service refused the key or the secret.${said(details)}`,
		next: () => [
			'Store them again: passport-ocr-tui config save --key KEY --secret-stdin',
			'Or forget them: passport-ocr-tui config reset',
			'You find both at netocr.com: sign in, then personal centre (个人中心).',
		],
		inApp: (_, key) => [
			`${key('reading.pause')} on the progress screen asks for them again; what is waiting is kept.`,
			'You find both at netocr.com: personal centre.',
		],
	},
	QUOTA_USED_UP: {
		what: details => `The account has no calls left.${said(details)}`,
		next: () => ['Buy calls at netocr.com.', keptMeanwhile, offlineInstead],
		inApp: (_, key) => [`Buy calls at netocr.com, then ${resume(key)}`, keptInApp, offlineInApp],
	},
	BALANCE_USED_UP: {
		what: details => `The account balance is used up.${said(details)}`,
		next: () => ['Top up at netocr.com.', keptMeanwhile, offlineInstead],
		inApp: (_, key) => [`Top up at netocr.com, then ${resume(key)}`, keptInApp, offlineInApp],
	},
	SERVICE_BUSY: {
		what: details => `The service is busy, after several tries still.${said(details)}`,
		next: () => ['Try again later, or with fewer pictures at a time: --concurrency 1', offlineInstead],
		inApp: (_, key) => [`Try again later, or with fewer at a time: key ${key('reading.slower')}`, offlineInApp],
	},
	NETWORK: {
		what: details => {
			const reason = network(details);
			const host = detail(details, 'host') || 'The service';
			return `${host} cannot be reached${reason ? `: ${reason}` : ''}.${charged(details)}`;
		},
		next: ({batch}) => [
			'Check the network connection.',
			...(batch === 'stopped' ? [keptMeanwhile] : []),
			offlineInstead,
		],
		inApp: ({batch}, key) =>
			batch === 'stopped'
				? [`Check the network connection, then ${resume(key)}`, keptInApp, offlineInApp]
				: ['Check the network connection, then try again.', offlineInApp],
	},
	TIMEOUT: {
		what: details => `The service did not answer in time.${charged(details)}`,
		next: () => ['Try again later.', offlineInstead],
		inApp: () => ['Try again later.', offlineInApp],
	},
	BAD_RESPONSE: {
		what: details => {
			const http = detail(details, 'http');
			const reason = http ? `HTTP ${http}` : (answers[detail(details, 'reason')] ?? detail(details, 'reason'));
			return `The answer of the service was not understood${reason ? `: ${reason}` : ''}.${charged(details)}`;
		},
		next: () => ['Try again later.', 'Check the address of the service (--endpoint).'],
		inApp: () => ['Try again later.', offlineInApp],
	},
	SERVICE: {
		what: details => {
			if (details.reason === 'product') return `Passport recognition is not enabled for this account.${said(details)}`;
			return `The service refused ${file(details)}.${said(details)}`;
		},
		next: details =>
			details.reason === 'product'
				? ['Add passport recognition (typeId 13) to the account at netocr.com.', offlineInstead]
				: ['Check the account at netocr.com.', offlineInstead],
		inApp: details =>
			details.reason === 'product'
				? ['Add passport recognition (typeId 13) to the account at netocr.com.', offlineInApp]
				: ['Check the account at netocr.com.', offlineInApp],
	},
	SERVICE_BROKEN: {
		what: details =>
			`The service failed ${detail(details, 'row') || 'several'} times in a row${lastFailure(details)}. ${chargedOf(details)} Nothing more was sent.`,
		next: ({charged}) => [
			charged === 0 ? 'Try again later.' : 'Check the account at netocr.com before you continue.',
			keptMeanwhile,
			offlineInstead,
		],
		inApp: ({charged}, key) => [
			`${charged === 0 ? 'Wait a while' : 'Check the account at netocr.com'}, then ${resume(key)}`,
			keptInApp,
			offlineInApp,
		],
	},
	INTERNAL: {
		what: details =>
			details.part === undefined
				? `Something went wrong inside this program${details.path === undefined ? '' : ` at ${file(details)}`}${because(details)}.`
				: `A part of this program cannot be loaded: ${detail(details, 'part')}${because(details)}.`,
		next: ({part}) =>
			part === undefined
				? ['This is an error in the program. Please report it with the lines above.']
				: [
						'Install the program again, on this computer. Copied from another system, or installed without optional packages, it has not all that opens pictures.',
					],
	},
};

export const errors = errorWords(texts);
