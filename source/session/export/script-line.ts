import {isAbsolute, relative} from 'node:path';
import {localEngine, sendsAll} from '../../core/engines/choice.ts';
import type {CountryLetters} from '../../core/export/airline/docs-passenger.ts';
import {formats} from '../../core/export/formats.ts';
import {groupNames} from '../../core/export/groups.ts';
import {formatSpan, type Trip} from '../../core/passport/judge/trip.ts';
import {formatDate} from '../../core/passport/model/dates.ts';
import {passportsOnly} from '../../core/passport/model/document.ts';
import {projectName} from '../../core/settings/folder.ts';
import type {StoredStyle} from '../../core/settings/stored.ts';
import {shellQuoted} from '../../core/shell-quoted.ts';
import type {AppState} from '../state.ts';
import {chosenGroups, holdsPhotos, styleParts} from './column-choice.ts';
import {formValues} from './form.ts';
import type {FormChoice} from './state.ts';
import {singleNameOf} from './typed-line.ts';
import {commonFolder} from './update.ts';

/**
 * The commands that write the list that was written last without a person, each in parts that belong on one row. They take
 * everything below the folder: what a person has chosen or accepted there is nothing that a command can name.
 */
export function scriptOf({
	folder: from,
	reading,
	engine = localEngine,
	mrzAlone,
	documents,
	exporting,
	trip,
}: AppState): readonly (readonly string[])[] {
	const {format, form, set, savedSets, dates, style, letters, written, sent, rows} = exporting;
	const {fixedContent, forAirlines} = formats[format];
	const groups = chosenGroups(exporting);
	const append = written?.appended !== undefined;
	const once = (sent?.left.twice ?? 0) > 0;
	const near = (path: string): string => {
		const inside = relative(from, path);
		return inside.startsWith('..') || isAbsolute(inside) ? path : inside || '.';
	};
	const pictures = reading.items.map(({path}) => path);
	const folder = shellQuoted(near(commonFolder(pictures, from)));
	return [
		[
			`${projectName} recognize`,
			`--dir ${folder}`,
			`--engine ${engine}`,
			...(mrzAlone && !sendsAll(engine) ? ['--no-printed'] : []),
			...(`${documents}` === `${passportsOnly}` ? [] : [`--documents ${documents.join(',')}`]),
		],
		[
			`${projectName} export`,
			`--from-dir ${folder}`,
			...(format === 'template' ? formWords(form) : [`--format ${format}`]),
			...(set === 'default' || fixedContent ? [] : [`--columns ${shellQuoted(set)}`]),
			...(set === 'default' && groups.length < groupNames.length && !fixedContent
				? [`--only ${groups.join(',')}`]
				: []),
			...(dates === (savedSets[set]?.dates ?? 'iso') || fixedContent ? [] : [`--dates ${dates}`]),
			...styleWords({format, set}, style),
			...(forAirlines ? airlineWords(letters, singleNameOf(exporting)) : []),
			...(holdsPhotos(exporting) && !append ? ['--photos'] : []),
			...(trip ? tripWords(trip) : []),
			...(rows.rejected ? ['--rejected'] : []),
			...(append ? ['--append'] : once ? ['--once'] : []),
			`--output ${shellQuoted(near(written?.path ?? ''))}`,
		],
	];
}

/** A form, and what is given for it. */
const formWords = (form: FormChoice): readonly string[] => [
	`--template ${shellQuoted(form.name)}`,
	...Object.entries(formValues(form)).map(([value, text]) => `--set ${shellQuoted(`${value}=${text}`)}`),
];

const styleWords = (list: Parameters<typeof styleParts>[0], style: StoredStyle): readonly string[] =>
	styleParts(list).flatMap(part => {
		if (part === 'optional') return style.optional === 'full' ? ['--with-optional'] : [];
		if (part === 'delimiter') return delimiterWords(style.delimiter);
		if (part === 'excelSafe') return style.excelSafe ? ['--excel-safe'] : [];
		if (part === 'families') return style.families ? ['--families'] : [];
		return part === 'photos' || style[part] === undefined ? [] : [`--${part} ${style[part]}`];
	});

const delimiterWords = (name: StoredStyle['delimiter'] = 'comma'): readonly string[] =>
	name === 'comma' ? [] : [`--delimiter ${name === 'tab' ? "'\\t'" : "';'"}`];

const airlineWords = (letters: CountryLetters | undefined, singleName: string | undefined): readonly string[] => [
	...(letters === 2 ? ['--country-letters 2'] : []),
	...(singleName === undefined ? [] : [`--single-name ${shellQuoted(singleName)}`]),
];

const tripWords = ({on, validFor, schengen}: Trip): readonly string[] => [
	...(validFor && (validFor.months > 0 || validFor.days > 0) ? [`--valid-for ${formatSpan(validFor)}`] : []),
	`--on ${formatDate(on)}`,
	...(schengen ? ['--schengen', `--until ${formatDate(schengen.departure)}`] : []),
];
