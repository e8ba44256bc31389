import type {CallReport} from '../../core/batch/call-report.ts';
import type {Upload} from '../../core/batch/upload.ts';
import type {SheetName} from '../../core/export/append/open-list.ts';
import type {KeysProblem, OwnKeysProblem} from '../../core/settings/own-keys.ts';
import {type ColoursProblem, colourRoles} from '../../core/settings/theme.ts';
import {formatNames} from '../export-formats.ts';
import {closed} from './closed.ts';
import {anyOf, pagesText, plural} from './counting.ts';

/** What the last line of a batch counts, in passports; `failed` in pictures. */
export type SummaryCounts = Readonly<Record<'read' | 'look' | 'unproven' | 'rejected' | 'failed' | 'untried', number>>;

/** The words of the commands: help, progress and tables. */
export const commands = {
	help: {
		usage: 'Usage',
		commands: 'Commands',
		options: 'Options',
		environment: 'Environment',
		exitCodes: 'Exit codes',
		examples: 'Examples',
		man: {name: 'Name', session: 'The guided session'},
		more: 'passport-ocr-tui COMMAND --help describes one command.',
		report: 'To report a problem, send the output of NODE_DEBUG=passport-ocr: it holds no value, name or secret.',
	},

	summary: {
		'': 'From a folder of passport pictures to a checked spreadsheet. Without a command: the guided session.',
		recognize: 'Read pictures and print what was read.',
		export: `Write what was read as ${anyOf(formatNames('en'))}. Reads no picture.`,
		validate: 'Judge MRZs given as text, one or many: fields, evidence, repairs, a verdict.',
		config: 'Show, store or forget the key and secret of the Xiangyun cloud service.',
		demo: 'The whole workflow on sample passports of fictional people, in ./passport-ocr-demo.',
		purge: 'Delete what was kept beside the pictures. The pictures stay.',
		schema: 'Print what the JSON looks like, as JSON Schemas.',
		skill: 'Write the instructions for AI agents (an agent skill) to where agents look for them.',
		mcp: 'Serve the same tools over the Model Context Protocol, on standard input and output.',
		completion: 'Print what makes a shell complete commands and options, or the manual page.',
	},

	options: {
		file: 'a picture; may be repeated',
		dir: 'a folder, and the folders in it; or a ZIP of pictures',
		base64: 'a picture as base64 text, with or without "data:…,"; "-" takes it from standard input, "@F" from a file',
		url: 'a picture from the web; nothing is kept beside it',
		'allow-private': 'with --url: also from addresses in your own network',
		'output-format':
			'json (default), a table for people, ndjson: one line a picture, as soon as it is read, or brief: the same in at most 400 characters',
		fields:
			'only these values, numbers not masked: number, surname, given, script, sex, born, nationality, issuer, expiry, printed, mrz, or keys of the JSON',
		json: 'short for JSON as the format',
		'no-save': 'keep nothing beside the pictures',
		index:
			'on (default): what was paid for is kept by its content as well, so that a copy of a picture is not paid for again; off: only beside the picture',
		engine:
			'who reads: offline is this computer, xiangyun the cloud; auto (default) asks before it sends what could not be proven here, both before it sends all',
		'no-printed':
			'offline: read the MRZ alone, not the printed text above it (place of birth, date of issue, authority, the name in Chinese characters); faster',
		visual: 'understood for older scripts: the printed text is read unless --no-printed says otherwise',
		documents:
			'which documents to read, with commas between: passport (default), id for identity cards, visa; all others are named and refused. The cloud reads passports only',
		endpoint: 'a Xiangyun server of your own: https, or http on this computer and in private networks',
		again: 're-read pictures that already have a result, or failed before',
		'max-calls': 'send at most N requests to the cloud, repeated ones too',
		concurrency: 'pictures read at the same time',
		pages: 'only these pages of files with several, for example 3 or 2-5',
		shard:
			'the I-th of N equal parts of the pictures, to share the work among computers; auto: as Slurm, Kubernetes or SHARD_INDEX and SHARD_COUNT say',
		watch:
			'read also what arrives in the folders: with recognize until Ctrl-C, as ndjson; in the session while you check',
		'stdin-list':
			'read the pictures whose paths come on standard input, one a line, as they come, until it ends; prints ndjson',
		strict: 'exit code 5 when a person must look at a result, or a passport is not valid for the trip',
		'from-dir': 'a folder whose pictures were read, and the folders in it; comes before the other two',
		'batch-input': 'JSON files that recognize printed; may be repeated, * is understood',
		input:
			'one JSON file that recognize printed, if there is no --batch-input; without any of the three: standard input',
		format: 'default: what the name of the file says, else csv',
		output: 'the file to write; an existing one is replaced; "-" is standard output',
		columns:
			'default: all that is known; tour-list, visa-group, brief: for forms; original: those of the original skill; also a set that you saved, or keys with commas between, each with =HEAD for another head',
		'save-columns': 'keep these columns, heads and styles under a name, for --columns and the export screen',
		template: 'the form of the list instead of --format: a file, or alloggiati, hospedajes, ubyport, manifest',
		set: 'with --template: a value that is not in the passport, such as arrival=2026-11-29; may be repeated',
		header: 'heads of columns in English, Chinese or both; default: the language of the messages',
		names:
			'names as the MRZ has them (default), as the page prints them where it is the same name, or with capital letters: Van Der Berg',
		countries: 'states as their code (default) or their name',
		only: 'only these columns: number, surname, given, script, sex, born, nationality, issuer, expiry, printed, mrz, file, checks',
		dates: 'days as 2026-11-22, 22/11/2026 or 22 NOV 2026; default: iso',
		delimiter: 'for csv: the character between the values, default ","; "\\t" is a tab',
		'country-letters': 'for docs-…: letters of a country, 2 (CN) or 3 (CHN); default: 3',
		'single-name':
			'for docs-…: what the carrier wants as the given name of a person who has one name, such as FNU; without it they have no line',
		rejected: 'also passports that a person rejected',
		once: 'each passport once, however many pictures there are of it',
		append: 'add to the Excel or CSV file those who are not in it; its columns, order, formats and edits stay',
		'with-optional':
			'the lines of the MRZ whole: without it, the optional data, often a national identity number, is written as *',
		photos:
			'put a small picture of the page and of the portrait into each row of a workbook, without what a camera wrote',
		families: 'families together, and the passports of a person, the one that is valid longest first',
		'excel-safe':
			'for csv: values that Excel changes (007, 12E45678, MAR1) as ="…", which other programs do not understand',
		config: 'key and secret from the config.json of the original skill',
		to: 'the folder that gets the skill, as a folder ocr-passport-xiangyun; default: the folders of agents in your home',
		key: 'the key',
		secret: 'the secret; other users of this computer can see it while the command runs, so rather:',
		'secret-stdin': 'take the secret from standard input; without --key, its first line is the key',
		person: 'only what is of this person: a number of theirs, or all words of their name',
		'older-than': 'only what was read longer ago, for example 12h, 30d, 8w, 6m',
		keep: 'at the end, delete kept results older than this whose pictures are gone, and notes of sessions; for example 30d',
		'valid-for': 'how long the passport must still be valid on the day of travel, for example 6m, 90d, 1y',
		on: 'the day of travel, for example 2027-02-01; default: today',
		until: 'the day of leaving the Schengen states; default: the day of travel',
		schengen: 'three months beyond the stay, and issued within ten years, as the Schengen states ask',
		'dry-run': 'delete nothing; print the names of what would be deleted',
		yes: 'do not ask',
		quiet: 'no progress on standard error; errors and questions only',
		'no-input': 'never ask; no guided session',
		plain: 'the guided session as lines, for a screen reader or a pipe',
		resume: 'pick up the batch where you left off: the same passport, field and undo steps',
		lang: 'language of the messages',
		'no-color': 'no colours, as with the variable NO_COLOR',
		'config-dir': 'folder of the settings',
		help: 'this help',
		version: 'the version of the program',
	},

	/** Help for options that mean something else in one command. */
	special: {
		mcp: {
			dir: 'a folder whose files may be read and written, besides the roots that the client names; may be repeated',
		},
		purge: {
			dir: 'the folder, and the folders in it; default: the current one',
			yes: 'do not ask before deleting; needed without a terminal',
		},
		validate: {
			file: 'a text file with MRZs, as they were pasted; may be repeated',
			'output-format': 'json (default), a table for people, ndjson: one line an MRZ, or csv',
			output:
				'the file to write instead of standard output; an existing one is replaced; what it ends in says the format, where --output-format does not',
			documents: 'which documents are expected: passport (default), id, visa; another one is doubtful',
			strict: 'exit code 5 unless all are consistent, and valid for the trip',
		},
		recognize: {
			yes: 'agree to pictures being sent to the cloud',
			output:
				'the file to write instead of standard output; an existing one is replaced; what it ends in says the format, where --output-format does not',
		},
		config: {
			config: 'with save: import key and secret from the config.json of the original skill',
			yes: 'with test: do not ask before a call is made; needed without a terminal',
			endpoint: 'with save: store the address of a server of your own',
			'output-format': 'with keys: a table (default), or json',
		},
	} as Readonly<Record<string, Readonly<Record<string, string>>>>,

	actions: {
		load: 'what is set and where it comes from; secrets are masked',
		save: 'store key and secret',
		test: 'ask the service whether it takes them; that may cost one call',
		reset: 'forget key and secret',
		get: 'print one of lang, theme, colours, keys, mouse, keychain, engine, documents, dates, valid-for, schengen, no-printed, index, keep, or all of them as JSON',
		set: 'store the usual value of one of these; "default" forgets it',
		keys: 'the keys of the app, as they are used',
		forget: 'delete columns that were saved under a name',
		bash: 'source <(passport-ocr-tui completion bash) in ~/.bashrc',
		zsh: 'into a file _passport-ocr-tui in a folder of $fpath',
		fish: 'into ~/.config/fish/completions/passport-ocr-tui.fish',
		man: 'the manual page, for man -l',
		recognize: 'a result of recognize, or a list of them',
		brief: 'a line of recognize --output-format brief',
		validate: 'a result of validate, or a list of them',
		export: 'what export --format json writes',
		error: 'what could not be read',
	},

	environment: {
		PASSPORT_OCR_LANG: 'en or zh',
		PASSPORT_OCR_CONFIG_DIR: 'folder of the settings',
		PASSPORT_OCR_KEY: 'the key of the cloud service',
		PASSPORT_OCR_SECRET: 'its secret',
		PASSPORT_OCR_ENDPOINT: 'a server of your own instead of netocr.com',
		NO_COLOR: 'no colours',
		FORCE_COLOR: 'colours at least: 0 none, 1 sixteen, 2 256, 3 all',
	},

	exitCodes: {
		0: 'everything was read',
		1: 'some failed or could not be kept; the results of the others are there',
		2: 'the command was not understood',
		3: 'the cloud service is not set up, or refused the key',
		4: 'the cloud service cannot be reached, or its quota is used up',
		5: 'read, but a person must look (with --strict only)',
		65: 'nothing usable in the input',
		70: 'internal error',
		130: 'stopped by Ctrl-C; what was read until then is kept and printed',
		143: 'the same by the system (TERM); 129 when the terminal was closed',
	} as Readonly<Record<string, string>>,

	examples: {
		'': [
			['passport-ocr-tui', 'the guided session'],
			['passport-ocr-tui ~/Pictures/group', 'the same, with the pictures of a folder'],
			['passport-ocr-tui demo', 'try it on fictional people'],
		],
		recognize: [
			['passport-ocr-tui recognize --file passport.jpg', ''],
			['passport-ocr-tui recognize --dir group --output-format table', ''],
			['curl -s URL | passport-ocr-tui recognize -', ''],
			['base64 passport.jpg | passport-ocr-tui recognize --base64 -', ''],
			['passport-ocr-tui recognize --dir group --engine xiangyun --max-calls 50', ''],
			['passport-ocr-tui recognize --dir hotel --documents passport,id', ''],
			['passport-ocr-tui recognize --dir group --valid-for 6m --on 2027-02-01 --output-format table', ''],
		],
		export: [
			['passport-ocr-tui export --from-dir group --output group.xlsx', ''],
			['passport-ocr-tui recognize --dir group | passport-ocr-tui export --output group.csv', ''],
		],
		config: [
			['passport-ocr-tui config save --key KEY --secret-stdin < secret.txt', ''],
			['passport-ocr-tui config save --config ocr-passport-xiangyun/config.json', ''],
			['passport-ocr-tui config set valid-for 6m', ''],
			['passport-ocr-tui config keys', ''],
		],
		validate: [
			["passport-ocr-tui validate 'P<UTO…' 'L898902C36UTO…' --output-format table", ''],
			['passport-ocr-tui validate --valid-for 6m --on 2027-02-01 < lines.txt', ''],
			['passport-ocr-tui validate --file many.txt --output-format csv --strict', ''],
		],
		purge: [
			['passport-ocr-tui purge --dir group --older-than 30d', ''],
			['passport-ocr-tui purge --dir group --person L898902C3', ''],
			['passport-ocr-tui purge --dir group --dry-run', ''],
		],
		mcp: [['passport-ocr-tui mcp --dir group', '']],
		skill: [
			['passport-ocr-tui skill', ''],
			['passport-ocr-tui skill --to .agents/skills', ''],
		],
		schema: [['passport-ocr-tui schema recognize > recognize.schema.json', '']],
		completion: [
			['source <(passport-ocr-tui completion bash)', ''],
			['passport-ocr-tui completion zsh > ~/.zfunc/_passport-ocr-tui', ''],
			['passport-ocr-tui completion fish > ~/.config/fish/completions/passport-ocr-tui.fish', ''],
			['passport-ocr-tui completion man > passport-ocr-tui.1; man -l passport-ocr-tui.1', ''],
		],
	} as Readonly<Record<string, readonly (readonly [string, string])[]>>,

	expected: {
		number: (least: number) => `a whole number from ${least}`,
		choice: (choices: string) => `one of ${choices}`,
		documents: 'passport, id or visa, or several with commas between',
		pages: 'a page or a range of pages, for example 3 or 2-5',
		shard: 'I/N with I from 1 to N, for example 1/4, or auto',
		config: 'a JSON file with key and secret',
		fields: 'names with commas between, such as number,surname,born',
		only: 'names of columns with commas between, such as number,surname,born',
		'save-columns':
			'a name that begins with a letter, has letters, digits, - and _ only, and that no preset or column has',
		set: 'NAME=VALUE, the name in small letters',
		columns: (presets: string, keys: string) =>
			`one of ${presets}, a set that you saved, or keys with commas between, of ${keys}`,
		'single-name': 'letters, with single spaces between words, such as FNU',
		delimiter: 'one character',
		endpoint: 'https://…, or http:// with an address of this computer or a private network, without a password',
		output: (extensions: readonly string[]) => `a name in ${anyOf(extensions)}, or "-"; with --format any name`,
		url: 'http://… or https://…, without a password',
		'valid-for': 'a number and d, m or y, for example 6m',
		on: 'a date like 2027-02-01',
		until: 'a date like 2027-02-01',
		'older-than': 'a number and h, d, w or m, for example 30d',
		keep: 'a number and h, d, w or m, for example 30d',
		text: 'a text',
	},

	/** Answers that count as a yes. */
	yes: ['y', 'yes'] as readonly string[],

	failed: 'failed',
	/** How parts of a line are joined. */
	about: (what: string, said: string) => `${what}: ${said}`,
	aside: (said: string, why: string) => `${said} (${why})`,
	comma: ', ',
	next: (step: string) => `  → ${step}`,

	recognize: {
		kept: 'read before',
		failedBefore: 'failed before',
		notRead: 'not read',
		notReadAgain: (count: number) =>
			`${plural(count, 'picture', 'pictures')} failed before and ${count === 1 ? 'was' : 'were'} not read again; --again reads ${count === 1 ? 'it' : 'them'} again.`,
		dropsDecisions: (count: number, names: string) =>
			`--again drops what was decided by hand about ${plural(count, 'picture', 'pictures')}: ${names}. Each earlier result is kept beside its picture as NAME.before-TIME.json.old.`,
		later: (file: string, sidecar: string) =>
			`${file}: ${sidecar} is a result of a later version of this program and stays as it is; the picture is read again.`,
		keeps: {
			typed: (failure: string) => `${failure} What was typed by hand is kept.`,
			read: (failure: string) => `${failure} The earlier result is kept.`,
		},
		unsaved: (file: string, why: string) => `${file}: read, but not kept: ${why}`,
		keptAt: (place: string) => `What was paid for is kept in ${place} and used the next time.`,
		elsewhere: (pid: number, host: string) =>
			`Process ${pid} on ${host} is reading pictures here as well: its answers are waited for, nothing is paid twice.`,
		elsewhereUnknown: 'Another process is reading pictures here as well: its answers are waited for.',
		lost: (count: number) =>
			`${plural(count, 'picture was', 'pictures were')} sent again: an earlier run was killed while it waited for ${count === 1 ? 'the answer' : 'the answers'}, which may have been charged.`,
		unanswered: (count: number) =>
			`An earlier run was killed while it waited for ${plural(count, 'answer', 'answers')} about pictures that were not sent again: ${count === 1 ? 'it' : 'they'} may have been charged.`,
		originalUsed: (count: number) =>
			`${plural(count, 'result', 'results')} of the original skill ${count === 1 ? 'was' : 'were'} used: ${count === 1 ? 'it is' : 'they are'} known by the name of the file only.`,
		originalOlder: (count: number) =>
			`${plural(count, 'picture is', 'pictures are')} newer than the result of the original skill beside ${count === 1 ? 'it' : 'them'}: read again; the earlier result is kept as NAME.before-TIME.json.old.`,
		/** `unproven`: accepted by a person, although something speaks against a value. */
		summary: ({read, look, unproven, rejected, failed, untried}: SummaryCounts) => {
			const open = [
				...(look > 0 ? [`${look} to check`] : []),
				...(unproven > 0 ? [`${unproven} accepted by hand although not proven`] : []),
				...(rejected > 0 ? [`${rejected} rejected`] : []),
			];
			const parts = [
				...(open.length > 0 ? open : ['all proven']),
				...(failed > 0 ? [`${failed} failed`] : []),
				...(untried > 0 ? [`${untried} not read`] : []),
			];
			return `${plural(read, 'passport', 'passports')} read, ${parts.join(', ')}.`;
		},
		acceptedUnproven: 'accepted by hand although not proven',
		nothingRead: ({failed, untried}: Pick<SummaryCounts, 'failed' | 'untried'>) =>
			`Nothing was read: ${[
				...(failed > 0 ? [`${failed} failed`] : []),
				...(untried > 0 ? [`${untried} not tried`] : []),
			].join(', ')}.`,
		watching: (folders: string) => `Watching ${folders}: each picture that comes is read. Ctrl-C ends it.`,
		notWatched: (why: string) => `${why} Watching continues: its pictures are read once it can be opened.`,
		triedAgain: (count: number) =>
			`The service was not reached: ${plural(count, 'picture is', 'pictures are')} tried again in a while.`,
		stopping: 'Stopping. What was read is kept; press Ctrl-C again to stop at once.',
		owed: (count: number) =>
			`Waiting for ${plural(count, 'answer', 'answers')} that may have been charged; nothing more is sent.`,
		calls: ({made, paid, perhaps, saved}: CallReport) =>
			`${plural(made, 'call', 'calls')} to the cloud service: ${paid} paid, ${perhaps} perhaps charged, ${made - paid - perhaps} not charged.${saved > 0 ? ` ${plural(saved, 'call was', 'calls were')} saved by kept results.` : ''}`,
		lastCalls: (time: string, calls: string) => `The last run, ${time}: ${calls}`,
		leftUnread: (count: number) =>
			`${plural(count, 'picture was', 'pictures were')} not read: the run was stopped before its end.`,
		notSent: (count: number) => `${plural(count, 'picture was', 'pictures were')} not sent.`,
		noHelp: (file: string, why: string) => `${file}: the cloud did not help, the offline result is kept: ${why}`,
		notes: {
			reduced: (from: string, to: string) => `reduced from ${from} to ${to} before it is sent`,
			converted: (from: string, to: string) => `sent as ${to}, because the service takes no such ${from}`,
			cut: 'the file is cut off: the part of the picture that is in it was sent',
			small: (size: string) => `only ${size} pixels: the service may not be able to read it`,
		},
		levels: {verified: 'proven', supported: 'supported', unverified: 'not proven', refuted: 'contradicted'},
		confirmed: 'checked by hand',
	},

	upload: {
		pictures: (count: number) => plural(count, 'picture', 'pictures'),
		official: (host: string) => `${host} (China)`,
		ask: (upload: Upload, host: string) =>
			`Send ${pagesText(upload)} to ${host}, the Xiangyun cloud service? Each may cost a call. [y/N] `,
		sending: (upload: Upload, host: string) =>
			`${pagesText(upload)} ${upload.pages === 1 ? 'is' : 'are'} sent to ${host}.`,
		notAsked: (upload: Upload, host: string) =>
			`${pagesText(upload)} ${upload.pages === 1 ? 'stays' : 'stay'} on this computer; --yes agrees to sending to ${host}.`,
		noAccount: (upload: Upload) =>
			`${pagesText(upload)} ${upload.pages === 1 ? 'stays' : 'stay'} as read here: no key and secret of the cloud service are set.`,
	},

	table: {
		file: 'File',
		status: 'Status',
		field: 'Field',
		value: 'Value',
		evidence: 'Evidence',
		/** The rows of the original skill's documentation, in its order. */
		documentNumber: 'Document Number',
		rows: {
			passport_number: 'Passport Number',
			name: 'Name',
			name_pinyin: 'Pinyin',
			sex: 'Sex',
			birth_date: 'Date of Birth',
			birth_place: 'Place of Birth',
			issue_date: 'Date of Issue',
			expiry_date: 'Expiry Date',
			issuing_authority: 'Issuing Authority',
			nationality: 'Nationality',
		},
		sexes: {M: 'Male', F: 'Female', X: 'Unspecified'} as Readonly<Record<string, string>>,
	},

	closed,

	export: {
		appended: (path: string, added: number, listed: number, isChanged: boolean) =>
			`${plural(added, 'row', 'rows')} added to ${path}; ${plural(listed, 'passport was', 'passports were')} in it already${isChanged ? '' : ', and the file is as it was'}.`,
		noPhotosAdded: 'Rows that are added to a list have no pictures: for those, write the list again.',
		keptCounts: (sheet: string) =>
			`The sheet "${sheet}" has cells or rows of your own, so it stays as it is: its counts are not those of the longer list.`,
		keptNotRead: (sheet: string, names: readonly string[], count: number) =>
			`The sheet "${sheet}" has cells or rows of your own, so nothing is deleted there: it still names ${plural(count, 'picture that was', 'pictures that were')} read since: ${names.join(', ')}${count > names.length ? ', …' : ''}.`,
		otherDates: 'Days of the added rows are written as 2026-11-22: those of the list may have the month first.',
		unlikeDates: 'Days of the added rows are written as 2026-11-22, unlike those of the list.',
		belowOther: (row: number) =>
			`Row ${row}, the last of the list, does not look like that of a passport: the added rows are below it.`,
		onSheet: (sheet: SheetName, others: readonly SheetName[]) => {
			const named = ({name, isHidden}: SheetName) => `"${name}"${isHidden ? ' (hidden)' : ''}`;
			const rest = others.length === 0 ? '' : `, not ${others.map(named).join(', ')} with the same heads`;
			return `The list is the sheet ${named(sheet)}${rest}.`;
		},
		elsewhere: (name: string, sheet: string) =>
			`${name}: the sheet "${sheet}" has this passport, too; delete the added row if that is not meant.`,
		belowBlock: (range: string) =>
			`Rows are added below ${range}, which is merged or another table: Excel would not show them in it.`,
		headsAgain: (row: number) =>
			`Row ${row} has the heads of the list again: if another list begins there, the added rows are in that one.`,
		outsideTable: (range: string) =>
			`The added rows are not in the table ${range} of Excel, since something is below it and leaves no room. To have them in it, move that further down, delete the added rows and append again.`,
		leftEmpty: (heads: readonly string[]) =>
			`Added rows are empty in ${heads.map(head => `"${head}"`).join(', ')}: only columns under a head of this program are filled. If you renamed one, give it its former head, delete the added rows and append again.`,
		missingColumn: (column: string, count: number) =>
			`The list has no column "${column}", which ${plural(count, 'added passport has', 'added passports have')}: add a column with this head, delete ${count === 1 ? 'its row' : 'their rows'} and append again, or write a new list.`,
		otherPassport: (row: number, name: string, listed: string, read: string, isNewer: boolean) =>
			isNewer
				? `Row ${row}, ${name}: has a new passport since, ${read} (listed: ${listed}). It has a row of its own now; row ${row} is as it was.`
				: `Row ${row}, ${name}: passport ${read} is not added, the listed one (${listed}) is valid longer.`,
		formerRow: (row: number, name: string, file: string, read: string) =>
			`Row ${row}, ${name}: ${file} was read as ${read}, who has a new row. If the picture was replaced, delete row ${row}; it is as it was.`,
		rejectedListed: (rows: readonly (readonly [number, string])[], count: number) =>
			`${plural(count, 'passport that was rejected by hand is', 'passports that were rejected by hand are')} still in the list: ${rows.map(([row, name]) => `row ${row}, ${name}`).join('; ')}${count > rows.length ? '; …' : ''}. Delete ${count === 1 ? 'that row' : 'those rows'} if ${count === 1 ? 'it does' : 'they do'} not belong there.`,
		earlierDecision: (listed: string, now: string, rows: readonly number[], count: number) =>
			`${plural(count, 'row keeps', 'rows keep')} "${listed}", which is "${now}" by now: row ${rows.join(', ')}${count > rows.length ? ', …' : ''}.`,
		alikeNumber: (row: number, name: string, listed: string, read: string) =>
			`Row ${row} has the number ${listed}, which may be ${read} without the zeros that a spreadsheet drops. ${name} with ${read} was added: if both are one passport, delete one of the rows.`,
		differing: (row: number, name: string, values: string) =>
			`Row ${row}, ${name}: the list keeps its values, which are now others: ${values}.`,
		differs: (field: string, listed: string, now: string, byHand?: 'edited' | 'typed') => {
			const how = byHand === undefined ? 'read:' : byHand === 'edited' ? 'corrected by hand to' : 'typed by hand:';
			return `${field} ${listed} (${how} ${now})`;
		},
		moreRows: (count: number) => `… and ${plural(count, 'further row', 'further rows')}.`,
		alteredByExcel: (count: number, examples: string) =>
			`Excel changes ${plural(count, 'value', 'values')} when it opens this file: ${examples}. For Excel, write --format excel; or use --excel-safe.`,
		written: (path: string, rows: number) => `${plural(rows, 'row', 'rows')} written to ${path}`,
		sourceUsed: (used: string, others: string) => `The rows come from ${used}. Not used: ${others}.`,
		failed: (count: number, names: string) => `${plural(count, 'picture', 'pictures')} could not be read: ${names}.`,
		unread: (count: number, names: string, folder: string) =>
			`${plural(count, 'picture has', 'pictures have')} no result: ${names}. To read ${count === 1 ? 'it' : 'them'}: passport-ocr-tui recognize --dir ${folder}`,
		notReadYet: 'Not read yet.',
		readFolder: (folder: string) => `passport-ocr-tui recognize --dir ${folder}`,
		notInList: (count: number, sheet: boolean) =>
			`${plural(count, 'picture is', 'pictures are')} not in the list${sheet ? '; the sheet "Not read" says why' : ''}.`,
		standardInput: 'standard input',
		later: (path: string) => `${path}: left out, was written by a later version of this program`,
		skipped: (path: string) => `${path}: left out, holds no passport that was read`,
		ofText: (path: string) =>
			`${path}: left out, validate printed it: a text that was judged, not a picture that was read. For a list of texts: validate --output-format csv`,
		broken: (path: string) => `${path}: left out, is a result that is no longer whole`,
		notJson: (path: string) => `${path}: left out, is not JSON`,
		notJsonAfter: (path: string, count: number) =>
			`${path}: is not JSON after ${plural(count, 'result', 'results')}, which ${count === 1 ? 'is' : 'are'} kept. If it was cut off, run the command that wrote it again`,
		emptyColumns: (names: string) => `Empty for every passport: ${names}.`,
		saysNotRead: 'The result says that the picture could not be read.',
		openRows: (count: number) =>
			`${plural(count, 'row is', 'rows are')} still to check, and no column of the list says which. Check them: passport-ocr-tui FOLDER`,
		openAdded: (count: number) =>
			`${plural(count, 'added row is', 'added rows are')} still to check, and no column of the list says which. Check ${count === 1 ? 'it' : 'them'}: passport-ocr-tui FOLDER`,
		refused: (count: number) =>
			`${plural(count, 'passport has', 'passports have')} no line, for what is not certain. Check ${count === 1 ? 'it' : 'them'} and export again:`,
		misfits: (count: number) =>
			`${plural(count, 'passport has', 'passports have')} no row in the form of the template:`,
		refusedRow: (name: string, why: string) => `${name}: ${why}`,
		changed: (count: number, names: string) =>
			`${plural(count, 'picture has', 'pictures have')} changed since ${count === 1 ? 'it was' : 'they were'} read: ${names}. The values are those of the former ${count === 1 ? 'picture' : 'pictures'} and are not proven: read ${count === 1 ? 'it' : 'them'} again.`,
		leftOut: (count: number) => `${plural(count, 'passport', 'passports')} left out: rejected by hand.`,
		twins: (count: number, names: string) =>
			`${plural(count, 'picture repeats', 'pictures repeat')} a passport that has a row already: ${names}. --once writes each passport once.`,
		once: (count: number, names: string) =>
			`${plural(count, 'picture', 'pictures')} of the same passports left out: ${names}.`,
	},

	config: {
		saved: (path: string) => `Stored in ${path}, which only you can read.`,
		inKeychain: (path: string) => `The secret is in the keychain of this system; the key is in ${path}.`,
		notInKeychain: (reason: string) =>
			`The keychain of this system could not take the secret (${reason}): it is in the settings file.`,
		noKeychain: 'There is no keychain here, or @napi-rs/keyring is not installed: the secret is in the settings file.',
		notForgotten: (reason: string) => `The keychain of this system still has the secret: ${reason}`,
		secretSeen:
			'--secret can be seen by other users of this computer, and stays in the history of the shell: rather use --secret-stdin.',
		reset: 'Key and secret are forgotten.',
		savedColumns: (names: string) => (names === '' ? 'no columns are saved under a name' : `one of ${names}`),
		unfitSettings: (path: string, names: string) =>
			`${path}: the values of these settings cannot be used: ${names}. The defaults are used instead. Correct or remove them there.`,
		brokenFile: (path: string) => `The settings could not be read. They were kept as ${path}, and new ones begun.`,
		warnings: {
			'file-open-to-others': (path: string) => `Others on this computer can read ${path}: chmod 600 helps.`,
			'folder-open-to-others': (path: string) => `Others on this computer can look into ${path}: chmod 700 helps.`,
			'in-git-work-tree': (path: string) => `${path} is in a Git work tree and could be committed by mistake.`,
		},
		hints: {
			swapped: 'Key and secret look as if they were swapped.',
			same: 'Key and secret are the same: one of them must be wrong.',
			'key-shape': 'The key looks unusual: most have 22 letters and digits.',
			'secret-shape': 'The secret looks unusual: most have 32 digits and letters from a to f.',
		},
		keyTable: {
			heads: ['action', 'keys', 'what it does', 'note'],
			fixed: 'cannot be changed',
			insteadOf: (keys: string) => `instead of ${keys}`,
		},
		/** What is wrong with keys, where all actions are known. */
		keysProblem: (problem: KeysProblem) => {
			const wrong = {
				'unknown-action': () => `there is no action "${problem.id}"`,
				fixed: () => `the keys of "${problem.id}" cannot be changed`,
				'unknown-key': () => `"${'key' in problem ? problem.key : ''}" of "${problem.id}" is no key that can be set`,
				clash: () =>
					`"${'key' in problem ? problem.key : ''}" would do "${problem.id}" and "${'other' in problem ? problem.other : ''}" on one screen`,
			};
			return wrong[problem.code]();
		},
		keys: (problem: OwnKeysProblem) => {
			switch (problem.code) {
				case 'no-pair':
					return `"${problem.part}" is no action and key like passport.accept=v`;
				case 'unknown-action':
					return `there is no action "${problem.part}"; "config keys" lists them all`;
				case 'unknown-key':
					return `"${problem.part}" is no key that can be set: a character, space, enter, tab, up, pgdn, or ctrl+ and a letter other than c and z`;
			}
		},
		colours: (problem: ColoursProblem) => {
			switch (problem.code) {
				case 'no-background':
					return 'begin with light or dark, then a role and its colour, for example dark,look=#ffd75f';
				case 'unknown-role':
					return `"${problem.part}" is no role with a colour; roles are ${colourRoles.join(', ')}`;
				case 'not-a-colour':
					return `"${problem.part}" is no colour like look=#ffd75f`;
				case 'low-contrast':
					return `${problem.part} has a contrast of ${problem.ratio.toFixed(1)} : 1, and at least 4.5 : 1 is needed to read it`;
			}
		},
		engineNamed: (engine: string) =>
			`auto or both ask before pictures are sent; ${engine} must be named in the command, because that agrees to it`,
		testWhat: (host: string) => `send a blank picture to ${host}, which may cost one call`,
		testAsk: (host: string) =>
			`To find out, a blank picture is sent to ${host} with key and secret. That may cost one call. [y/N] `,
		testNotAsked: 'Nothing was sent: --yes agrees to a call that may be charged.',
		tested: {
			accepted: 'Key and secret are valid.',
			refused: 'Key or secret is not valid.',
			noQuota: 'Key and secret are valid, but the account has no calls left.',
			noBalance: 'Key and secret are valid, but the account balance is used up.',
			noProduct: 'Key and secret are valid, but passport recognition is not enabled for this account.',
			unclear: 'The answer of the service does not say whether key and secret are valid.',
		},
		testSaid: (words: string) => `  It says: ${words}`,
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
		/** The verdict on a text. */
		text: {consistent: 'consistent', doubtful: 'doubtful', contradicted: 'contradicted'},
		refused: 'no MRZ',
		head: {line: 'Line', verdict: 'Verdict', note: 'Note'},
		atLine: (line: number) => `line ${line}`,
		repaired: (from: string, to: string) => `${from} repaired to ${to}`,
		otherReadings: 'Other readings',
		next: [
			'Give both lines at the lower edge of the data page, each in quotes, or through standard input.',
			'For a picture: passport-ocr-tui recognize --file F',
		],
	},

	demo: {
		folder: (count: number, path: string) => `${plural(count, 'picture', 'pictures')} of fictional people in ${path}`,
	},

	mcp: {
		noRoots: 'No folder may be read: the client names no roots. Start the server with --dir FOLDER, or name roots.',
		outside: (paths: string, roots: string) => `Not below the roots: ${paths}. Allowed are ${roots}.`,
		needsConsent: (engine: string) =>
			`${engine} sends pictures to a paid service. Ask the person, then call with confirm_paid: true and max_calls.`,
		noTool: (name: string) => `There is no tool ${name}.`,
		wrongInput: (name: string, faults: string) => `The arguments of ${name} are wrong: ${faults}.`,
	},

	skill: {written: (folder: string) => `Written to ${folder}.`},

	keep: {
		age: (count: number, unit: 'h' | 'd' | 'w' | 'm') => {
			const units = {h: ['hour', 'hours'], d: ['day', 'days'], w: ['week', 'weeks'], m: ['month', 'months']} as const;
			const [one, many] = units[unit];
			return plural(count, one, many);
		},
		/** `results` of pictures that are gone, `paid` of them paid for, and the notes of `journals` sessions. */
		deleted: ({results, paid, journals}: {results: number; paid: number; journals: number}, age: string) =>
			`Not changed for ${age}, deleted: ${[
				...(results > 0
					? [
							`${plural(results, 'kept result whose picture is', 'kept results whose pictures are')} gone${paid === 0 ? '' : results === 1 ? ' (paid for)' : ` (${paid} paid for)`}`,
						]
					: []),
				...(journals > 0 ? [`the notes of ${plural(journals, 'session', 'sessions')}`] : []),
			].join(' and ')}.`,
		withPicture: (count: number, command: string) =>
			`${plural(count, 'older result stays', 'older results stay')}, because ${count === 1 ? 'its picture is' : 'their pictures are'} still there. This deletes ${count === 1 ? 'it' : 'them'}, too: ${command}`,
	},

	purge: {
		/** Without its full stop: it is a question, or a part of an error. */
		what: (count: number, folder: string, journals: number) =>
			`delete ${plural(count, 'kept result', 'kept results')}${journals > 0 ? ` and the notes of ${plural(journals, 'session', 'sessions')}` : ''} in ${folder} and the folders in it, with all that was checked by hand`,
		ask: (what: string) => `${what.charAt(0).toUpperCase()}${what.slice(1)}? The pictures stay. [y/N]`,
		shared: (file: string) => `${file} has passports of others as well, and stays: reject or delete it by hand.`,
		nothing: (folder: string) => `Nothing kept in ${folder}.`,
		deleted: (count: number) => `${plural(count, 'kept result', 'kept results')} deleted.`,
		journals: (count: number) => `The notes of ${plural(count, 'session', 'sessions')} deleted.`,
		would: (what: string) => `This would ${what}. Nothing was deleted.`,
		left: 'Nothing was deleted.',
		disk: 'On an SSD or a journalling disk, deleting is not erasing.',
	},
};
