import {columnsIn, isSetName} from '../core/export/column-sets.ts';
import {columnsByKey} from '../core/export/columns.ts';
import {delimiters} from '../core/export/csv.ts';
import {dateStyles} from '../core/export/dates.ts';
import {formats} from '../core/export/formats.ts';
import {countryStyles, nameStyles, optionalStyles} from '../core/export/list-style.ts';
import {headers, styleOf} from '../session/export/column-choice.ts';
import type {ExportState, ListChoices} from '../session/export/state.ts';
import {setNames} from '../session/export/update.ts';
import {messages} from '../text/index.ts';
import type {Line} from './line.ts';

/** Asks which columns the list has, and how its values are written. False when the person stopped. */
export const askColumns = async (line: Line): Promise<boolean> => (await askSet(line)) && (await askStyle(line));

async function askSet({talk, language, state, send}: Line): Promise<boolean> {
	const {plain, app} = messages(language);
	for (;;) {
		const {exporting} = state();
		const sets = setNames(exporting);
		const saved = Object.keys(exporting.savedSets);
		const answer = await talk.ask(plain.columnsNow(exporting.set, sets, saved));
		if (answer === undefined) return false;
		if (answer === '') return true;
		if (sets.includes(answer)) {
			send({type: 'listChosen', choices: {set: answer}});
			return true;
		}
		const remove = saved.find(name => answer === `-${name}`);
		if (remove !== undefined) {
			send({type: 'listChosen', choices: {remove}});
			talk.say(plain.columnsDeleted(remove));
			continue;
		}
		const columns = columnsIn(answer);
		if ('unknown' in columns) {
			talk.say(plain.columnsUnknown(columns.unknown, [...columnsByKey.keys()]));
			continue;
		}
		for (;;) {
			const name = await talk.ask(plain.columnsName);
			if (name === undefined) return false;
			if (isSetName(name)) {
				send({type: 'listChosen', choices: {save: {name, columns}}});
				talk.say(app.notices.setSaved({name}));
				return true;
			}
			talk.say(app.notices.setNotNamed({name}));
		}
	}
}

/** What can be said of the style, by the names of the options. */
const known: Readonly<Record<string, readonly string[]>> = {
	header: headers,
	names: nameStyles,
	countries: countryStyles,
	optional: optionalStyles,
	dates: dateStyles,
	photos: ['yes', 'no'],
	append: ['yes', 'no'],
	letters: ['3', '2'],
	delimiter: Object.keys(delimiters),
	'excel-safe': ['yes', 'no'],
	families: ['yes', 'no'],
};

async function askStyle({talk, language, state, send}: Line): Promise<boolean> {
	const {plain} = messages(language);
	const choices = Object.entries(known).map(([name, values]) => `${name}=${values.join('|')}`);
	for (;;) {
		const {exporting} = state();
		const style = styleOf(exporting, language);
		const {excelSafe, ...others} = style;
		const now = {
			...others,
			'excel-safe': excelSafe ? 'yes' : 'no',
			dates: exporting.dates,
			photos: style.photos ? 'yes' : 'no',
			families: style.families ? 'yes' : 'no',
			append: exporting.ifExists === 'append' ? 'yes' : 'no',
			letters: exporting.letters,
		};
		const said = Object.entries(now).map(([name, value]) => `${name}=${value}`);
		const answer = await talk.ask(plain.style(said.join(' '), choices.join(' ')));
		if (answer === undefined) return false;
		if (answer === '') return true;
		const pairs = answer.split(/\s+/).map(pair => pair.split('=') as [string, string?]);
		const wrong = pairs.find(([name, value]) => !known[name]?.includes(value ?? ''));
		if (wrong) {
			talk.say(plain.styleUnknown(wrong.filter(part => part !== undefined).join('=')));
			continue;
		}
		send({type: 'listChosen', choices: choicesIn(Object.fromEntries(pairs), exporting)});
		return true;
	}
}

function choicesIn(
	{
		dates,
		photos,
		append,
		letters,
		families,
		'excel-safe': excelSafe,
		...style
	}: Readonly<Record<string, string | undefined>>,
	{style: before, format}: ExportState,
): ListChoices {
	return {
		style: {
			...before,
			...style,
			...(photos ? {photos: photos === 'yes'} : {}),
			...(families ? {families: families === 'yes'} : {}),
			...(excelSafe ? {excelSafe: excelSafe === 'yes'} : {}),
		},
		...(dates ? {dates: dates as NonNullable<ListChoices['dates']>} : {}),
		...(letters ? {letters: letters === '2' ? 2 : 3} : {}),
		...(append ? {ifExists: append === 'yes' && formats[format].open ? 'append' : 'newName'} : {}),
	};
}
