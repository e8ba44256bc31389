import type {KeyName} from '../key-name.ts';
import {actions} from './actions.ts';
import {seconds} from './counting.ts';
import {fields} from './fields.ts';
import {notices} from './notices.ts';
import {off} from './off.ts';
import {problems} from './problems.ts';
import {question} from './questions.ts';
import {credentials} from './screens/credentials.ts';
import {details} from './screens/details.ts';
import {done} from './screens/done.ts';
import {engine} from './screens/engine.ts';
import {exporting} from './screens/export.ts';
import {help} from './screens/help.ts';
import {picker} from './screens/picker.ts';
import {reading} from './screens/reading.ts';
import {review, viewing} from './screens/review.ts';
import {settings} from './screens/settings.ts';
import {welcome} from './screens/welcome.ts';
import {writing} from './writing.ts';

/** The words of the guided session. */
export const app = {
	product: 'passport-ocr',
	/** Names of keys in a sentence, where they are not those of the table of keys. */
	keyNames: {} as Readonly<Record<string, string>>,
	languageShort: 'en',
	/** The longest that fits is shown. */
	tooSmall: (columns: number, rows: number, key: KeyName): readonly string[] => [
		`Make the window larger (${columns}x${rows} at least). ${key('welcome.quit')} quits.`,
		`Needs ${columns}x${rows}. ${key('welcome.quit')} quits.`,
		`${key('welcome.quit')} quits.`,
	],
	seconds,
	/** On the plain terminal, after the session. */
	/** After why something cannot be written beside its picture. */
	notSaved: 'It lasts only until you leave: export first.',
	/** The same, where it is kept in the user's own folder. */
	heldElsewhere: 'It is kept on this computer instead, and comes back when the pictures are opened again.',
	oneUnsaved: 'A result is not saved.',
	/** In the header, while something is not kept beside its picture. */
	unsavedCount: (count: number) => `${count} not saved`,
	stoppedEarly: 'Stopped.',
	/** `decided`: of passports whose typed or decided values are lost; `held`: kept in the user's own folder. */
	stoppedUnsaved: (count: number, {decided, held}: {decided: number; held: number}, command: string) =>
		[
			`Stopped. ${count} ${count === 1 ? 'result' : 'results'} could not be kept beside the pictures.`,
			...(decided > 0 ? [`What was typed or decided on ${decided} is lost.`] : []),
			...(held > 0 ? [`What was typed or decided on ${held} is kept. To resume: ${command} --resume`] : []),
		].join(' '),
	stopped: (command: string) => `Stopped. What was read and checked is kept. To resume: ${command} --resume`,
	failed: (logFile: string | undefined) =>
		`Something went wrong in passport-ocr-tui. What was read and checked is kept beside the pictures.${
			logFile === undefined ? '' : ` Details: ${logFile}`
		}`,

	titles: {
		welcome: 'Passports to a spreadsheet',
		engine: 'Recognition engine',
		credentials: 'Xiangyun account',
		picker: 'Choose pictures',
		reading: 'Reading',
		review: 'Check',
		list: 'All pictures',
		export: 'Export',
		columns: 'Columns of the list',
		form: 'Form',
		done: 'Exported',
		details: 'About the picture',
		settings: 'Settings',
		help: 'Help',
	},

	/** The steps of a first start. */
	wizard: {language: 'Language', engine: 'Engine', credentials: 'Account (cloud)', pictures: 'Pictures'},

	welcome,
	settings,
	details,
	engine,
	credentials,
	picker,
	fields,
	problems,
	reading,
	review,
	viewing,
	export: exporting,
	done,
	question,
	writing,
	help,
	actions,
	off,
	notices,
};
