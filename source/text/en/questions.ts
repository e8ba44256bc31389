import type {Upload} from '../../core/batch/upload.ts';
import type {KeyName} from '../key-name.ts';
import {pagesText, plural} from './counting.ts';

/** What is asked before something that cannot be undone or that costs money. */
export const question = {
	/** `unfit`: how many of them are not valid, in words; `without`: how many are not among them for their pictures. */
	acceptClean: (count: number, unfit: string, without: number) =>
		`Accept ${count === 1 ? 'the one proven passport' : `all ${count} proven passports`}${unfit === '' ? '' : ` (${unfit})`} without looking at each?${without === 0 ? '' : ` Not ${without}: picture changed or gone.`}`,
	readAll: (count: number) => `Nothing is chosen. Read all ${count} pictures?`,
	quitReading: (count: number) => `${plural(count, 'picture is', 'pictures are')} still to be read. Quit anyway?`,
	/** `results`: undecided; `decided`: passports with typed or decided values that are nowhere; `held`: in the user's own folder. */
	quitUnsaved: ({results, decided, held}: {results: number; decided: number; held: number}) => {
		const lost = plural(results, 'result', 'results');
		if (decided > 0)
			return `What you typed or decided on ${plural(decided, 'passport', 'passports')} is kept nowhere and will be lost. Quit without exporting?`;
		if (held === 0) return `${lost} could not be kept and will be lost. Quit without exporting?`;
		const kept = `What you decided on ${plural(held, 'passport', 'passports')} is kept on this computer, not beside the pictures.`;
		return `${kept}${results > 0 ? ` ${lost} will be lost.` : ''} Quit without exporting?`;
	},
	/** Not asked: it goes by itself. */
	leaving: (count: number, key: KeyName) =>
		`Waiting for ${plural(count, 'answer', 'answers')} that may have been charged; ${key('app.quit')} again leaves now.`,
	upload: (where: string, count: number | undefined, files = count) =>
		count === undefined
			? `Counting what would be sent to ${where}`
			: `Send ${pagesText({pages: count, files: files ?? count})} to ${where}? It may cost money.`,
	second: (where: string, upload: Upload) => `Send ${pagesText(upload)} to ${where} as well? Each may cost a call.`,
	goOnSending: (count: number, charged: boolean) =>
		`Calls failed${charged ? ', perhaps charged' : ''}. Send ${count === 1 ? 'the other picture' : `the other ${count} pictures`}?`,
	watchSends: (where: string) => `Send what comes to ${where}? It may cost money.`,
	whichDate: (typed: string, readings: readonly string[]) =>
		`Which date is ${typed}?  ${readings.map((reading, index) => `${index + 1} ${reading}`).join('   ')}`,
	testAccount: 'Try them with a blank picture? That may cost one call.',
	newBatch: 'Not all is read yet. Leave the rest, and read the new choice instead?',
};
