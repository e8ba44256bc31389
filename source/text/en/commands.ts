const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The words of the commands: help, progress and tables. */
export const commands = {
	help: {
		usage: 'Usage',
		commands: 'Commands',
		options: 'Options',
		environment: 'Environment',
		exitCodes: 'Exit codes',
		examples: 'Examples',
		more: 'passport-ocr-tui COMMAND --help tells more about one command.',
		choices: (choices: string) => `one of ${choices}`,
	},

	summary: {
		'': 'From a folder of passport pictures to a checked spreadsheet. Without a command: the guided session.',
		recognize: 'Read pictures and print what was read.',
		export: 'Write what was read as Excel, CSV or JSON. Reads no picture.',
		validate: 'Judge the two lines of a passport, given as text: fields, evidence, possible repairs.',
		config: 'Show, store or forget the key and secret of the Xiangyun cloud service.',
		demo: 'The whole way on pictures of invented people that come with the program, in ./passport-ocr-demo.',
		purge: 'Delete what was kept beside the pictures. The pictures stay.',
	},

	options: {
		file: 'a picture; may be repeated',
		dir: 'a folder, and the folders in it',
		base64: 'a picture as base64 text, with or without "data:…,"; "-" takes it from standard input',
		'output-format': 'json (default), a table for people, or ndjson: one line a picture, as soon as it is read',
		'no-save': 'keep nothing beside the pictures',
		engine: 'who reads: offline is this computer; auto (default) and both stay on it for now',
		again: 'read anew what was read before',
		'max-calls': 'send at most N pictures to the cloud',
		concurrency: 'pictures read at the same time',
		shard: 'the I-th of N equal parts of the pictures, to share the work among computers',
		strict: 'exit code 5 when a person must look at a result',
		'from-dir': 'a folder whose pictures were read, and the folders in it',
		'batch-input': 'JSON files that recognize printed; may be repeated, * is understood',
		input: 'one JSON file that recognize printed; without any of the three: standard input',
		format: 'default: what the name of the file says, else csv',
		output: 'the file to write; an existing one is replaced; "-" is standard output',
		columns: 'default, or those of the original skill under its Chinese labels',
		delimiter: 'for csv: what stands between the values, default ","; "\\t" is a tab',
		rejected: 'also passports that a person rejected',
		key: 'the key',
		secret: 'the secret; other users of this computer can see it while the command runs, so rather:',
		'secret-stdin': 'take the secret from standard input',
		'older-than': 'only what was read longer ago, for example 12h, 30d, 8w, 6m',
		'valid-for': 'how long the passport must still be valid on the day of travel, for example 6m, 90d, 1y',
		on: 'the day of travel, for example 2027-02-01; default: today',
		until: 'the day of leaving the Schengen states; default: the day of travel',
		schengen: 'three months beyond the stay, and issued within ten years, as the Schengen states ask',
		yes: 'do not ask',
		'no-input': 'never ask; no guided session',
		plain: 'no guided session',
		lang: 'language of the messages',
		'config-dir': 'folder of the settings',
		help: 'this help',
		version: 'the version of the program',
	},

	/** Said again beside an option of a command where it means something else there. */
	special: {
		purge: {dir: 'the folder, and the folders in it; default: the current one', yes: 'do not ask before deleting'},
		validate: {
			'output-format': 'json (default) or a table for people',
			strict: 'exit code 5 when something is wrong or not proven',
		},
		recognize: {yes: 'agree to pictures being sent to the cloud'},
	} as Readonly<Record<string, Readonly<Record<string, string>>>>,

	actions: {
		load: 'what is set and where it comes from; secrets are masked',
		save: 'store key and secret',
		reset: 'forget them',
	},

	environment: {
		PASSPORT_OCR_LANG: 'en or zh',
		PASSPORT_OCR_CONFIG_DIR: 'folder of the settings',
		PASSPORT_OCR_KEY: 'the key of the cloud service',
		PASSPORT_OCR_SECRET: 'its secret',
		NO_COLOR: 'no colours',
	},

	exitCodes: {
		0: 'everything was read',
		1: 'some failed or could not be kept; the results of the others are there',
		2: 'the command was not understood',
		3: 'the cloud service is not set up, or refused the key',
		4: 'the cloud service cannot be reached, or its quota is used up',
		5: 'read, but a person must look (with --strict only)',
		65: 'nothing usable in the input',
		70: 'our fault',
		130: 'stopped by Ctrl-C; what was read until then is kept and printed',
	} as Readonly<Record<string, string>>,

	examples: {
		'': [
			['passport-ocr-tui', 'the guided session'],
			['passport-ocr-tui ~/Pictures/group', 'the same, with the pictures of a folder'],
			['passport-ocr-tui demo', 'try it on invented people'],
		],
		recognize: [
			['passport-ocr-tui recognize --file passport.jpg', ''],
			['passport-ocr-tui recognize --dir group --output-format table', ''],
			['base64 passport.jpg | passport-ocr-tui recognize --base64 -', ''],
		],
		export: [
			['passport-ocr-tui export --from-dir group --output group.xlsx', ''],
			['passport-ocr-tui recognize --dir group | passport-ocr-tui export --output group.csv', ''],
		],
		config: [['passport-ocr-tui config save --key KEY --secret-stdin < secret.txt', '']],
		validate: [
			["passport-ocr-tui validate 'P<UTO…' 'L898902C36UTO…' --output-format table", ''],
			['passport-ocr-tui validate --valid-for 6m --on 2027-02-01 < lines.txt', ''],
		],
		purge: [['passport-ocr-tui purge --dir group --older-than 30d', '']],
	} as Readonly<Record<string, readonly (readonly [string, string])[]>>,

	expected: {
		number: (least: number) => `a whole number from ${least}`,
		choice: (choices: string) => `one of ${choices}`,
		shard: 'I/N with I from 1 to N, for example 1/4',
		delimiter: 'one character',
		'valid-for': 'a number and d, m or y, for example 6m',
		on: 'a date like 2027-02-01',
		until: 'a date like 2027-02-01',
		'older-than': 'a number and h, d, w or m, for example 30d',
		text: 'a text',
	},

	failed: 'failed',
	next: (step: string) => `  → ${step}`,

	recognize: {
		status: {clean: 'proven', check: 'please check', refused: 'not readable'},
		kept: 'read before',
		unsaved: (file: string, why: string) => `${file}: read, but not kept: ${why}`,
		summary: (read: number, look: number, failed: number) =>
			`${plural(read, 'passport', 'passports')} read, ${look === 0 ? 'all proven' : `${look} to check`}${failed === 0 ? '' : `, ${failed} failed`}.`,
		nothingRead: (failed: number) => `Nothing was read: ${failed} failed.`,
		stopping: 'Stopping. What was read is kept; press Ctrl-C again to stop at once.',
		staysOffline: 'No picture leaves this computer: this version reads offline only.',
		levels: {verified: 'proven', supported: 'supported', unverified: 'not proven', refuted: 'contradicted'},
		confirmed: 'checked by hand',
	},

	table: {
		file: 'File',
		status: 'Status',
		field: 'Field',
		value: 'Value',
		evidence: 'Evidence',
		issues: 'Issues',
	},

	export: {
		written: (path: string, rows: number) => `${plural(rows, 'row', 'rows')} written to ${path}`,
		skipped: (path: string) => `${path}: left out, holds no passport that was read`,
		leftOut: (count: number) => `${plural(count, 'passport', 'passports')} left out: rejected by hand.`,
	},

	config: {
		saved: (path: string) => `Stored in ${path}, which only you can read.`,
		reset: 'Key and secret are forgotten.',
		keptAside: (path: string) => `The settings could not be read. They were kept as ${path}, and new ones begun.`,
		warnings: {
			'file-open-to-others': (path: string) => `Others on this computer can read ${path}: chmod 600 helps.`,
			'folder-open-to-others': (path: string) => `Others on this computer can look into ${path}: chmod 700 helps.`,
			'in-git-work-tree': (path: string) => `${path} lies in a Git work tree and could be committed by mistake.`,
		},
		environmentWins: (name: string) => `${name} is set and wins over what is stored.`,
	},

	validate: {
		digits: 'Check digit',
		of: {
			number: 'passport number',
			birth: 'date of birth',
			expiry: 'date of expiry',
			optional: 'optional data',
			composite: 'all together',
		},
		printed: 'Printed',
		expected: 'Needed',
		verdict: 'Verdict',
		verdicts: {verified: 'agrees', refuted: 'wrong', 'not printed': 'not printed'},
		otherReadings: 'Other readings',
	},

	demo: {
		folder: (count: number, path: string) => `${plural(count, 'picture', 'pictures')} of invented people in ${path}`,
	},

	purge: {
		ask: (count: number, folder: string) =>
			`Delete ${plural(count, 'kept result', 'kept results')} in ${folder}? The pictures stay. [y/N]`,
		yes: ['y', 'yes'] as readonly string[],
		nothing: (folder: string) => `Nothing kept in ${folder}.`,
		deleted: (count: number) => `${plural(count, 'kept result', 'kept results')} deleted.`,
		left: 'Nothing was deleted.',
		disk: 'On an SSD or a journalling disk, deleting is not erasing.',
	},
};
