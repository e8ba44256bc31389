import type {KeyName} from '../../key-name.ts';
import {plural} from '../counting.ts';

/** The first screen. */
export const welcome = {
	line: 'Passport pictures in, a checked spreadsheet out.',
	steps: [
		['Choose', 'the folder and the pictures'],
		['Read', 'the MRZ and the printed text of each passport'],
		['Check', 'only what is not proven, one field at a time'],
		['Export', 'Excel, CSV, JSON, files of booking systems, or a form'],
	] as readonly (readonly [string, string])[],
	staysHere: 'Pictures stay on this computer; the cloud is optional.',
	cloud: (where: string) => `Pictures go to ${where}, each batch after you say yes.`,
	kept: 'Results are kept beside the pictures: stop at any time.',
	demo: 'Demo: sample passports of fictional people, read on this computer.',
	start: 'Start',
	startWith: (first: string, more: number) =>
		more === 0 ? `Start with ${first}` : `Start with ${first} and ${plural(more, 'other', 'others')}`,
	startDemo: 'Start the demo',
	toReading: (done: number, all: number) => `Back to the batch, ${done} of ${all} read`,
	engine: (name: string) => `Recognition engine: ${name}`,
	toLanguage: (key: KeyName) => `中文 (${key('app.language')} at any time)`,
	quit: 'Quit',
};
