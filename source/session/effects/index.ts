import {dirname} from 'node:path';
import {debug} from '../../core/debug.ts';
import type {PassportRecord} from '../../core/records/record.ts';
import {createSettingsEffects, testAccount} from '../account/settings-effects.ts';
import type {Effect} from '../effect.ts';
import {exportRows, loadForm, lookAtFile} from '../export/effects.ts';
import {createJournalEffects} from '../journal/effects.ts';
import {createKeeper} from '../journal/save-sidecar.ts';
import {findPasted} from '../picker/effects/find-pasted.ts';
import {createLook} from '../picker/effects/look.ts';
import {createScan} from '../picker/effects/scan.ts';
import {countPictures} from '../reading/count-pictures.ts';
import {createBatchEffects} from '../reading/effects.ts';
import {createWatchEffects} from '../reading/watch-effects.ts';
import {currentRecord} from '../review/view-model.ts';
import type {AppState} from '../state.ts';
import {pause} from './pause.ts';
import {resultStoreOf} from './result-store.ts';
import type {Runner, RunnerOptions} from './runner.ts';

/** Screens that say of every passport what is known of it. */
const showsAll: ReadonlySet<AppState['screen']> = new Set(['list', 'export'] as const);

/** How long a person may take to see that a question went, and a key for it to come. Milliseconds. */
const seenWithin = 3000;

/**
 * Does the work that events ask for and sends events back. Everything heavy is loaded when it is first needed: the
 * first frame waits for none of it.
 */
export function createEffects(given: RunnerOptions): Runner {
	const options: RunnerOptions = {
		...given,
		send(event) {
			debug(`event ${event.type}`);
			given.send(event);
		},
	};
	/** Pictures beside which something could not be kept. */
	const unsaved = new Set<string>();
	const retried = new Set<string>();
	const send: RunnerOptions['send'] = event => {
		if (event.type === 'unsaved') unsaved.add(event.path);
		options.send(event);
	};
	let last: AppState | undefined;
	const settings = createSettingsEffects(options);
	const store = resultStoreOf(options);
	const batch = createBatchEffects({
		...options,
		store,
		send,
		async createEngine(id, mrzAlone, documents) {
			// The account may have been entered a moment ago.
			await settings.finish();
			return await options.createEngine(id, mrzAlone, documents);
		},
	});
	const records = () => last?.review.records ?? [];
	const keeper = createKeeper({send, store, today: options.today, records}, path => {
		retried.delete(path);
		if (unsaved.delete(path)) send({type: 'savedAfterAll', path});
		for (const record of records()) if (isWorthRetry(record, path)) keeper.keep(record);
	});
	/** There is room in the folder again, or it can be written to; what still fails alone is not said each time. */
	const isWorthRetry = ({path}: PassportRecord, saved: string): boolean => {
		if (!unsaved.has(path) || retried.has(path) || dirname(path) !== dirname(saved)) return false;
		retried.add(path);
		return true;
	};
	const journal = createJournalEffects({...options, store});
	const watching = createWatchEffects(options);
	/** The batch that was begun last: when, and whether its pictures are known. */
	let begun = {at: 0, started: Promise.resolve()};
	const look = createLook(options);
	const scan = createScan(options, look);
	const leaving = new AbortController();
	const handlers: {readonly [Type in Effect['type']]: (effect: Extract<Effect, {type: Type}>) => void} = {
		loadSettings: () => void settings.load(),
		saveSettings: ({change}) => settings.save(change),
		testAccount: ({credentials}) => void testAccount(credentials, options, leaving.signal),
		scan: ({folder, sort, hidden}) => void scan.start(folder, sort, hidden),
		stopScan: () => {
			scan.stop();
			look.look([], undefined);
		},
		order: ({folder, sort}) => scan.order(folder, sort),
		look: ({paths, picture}) => look.look(paths, picture),
		findPasted: ({text, folder}) => void findPasted(text, folder).then(found => send({type: 'pastedFound', ...found})),
		completePath: effect =>
			void import('../picker/effects/go-to-path.ts')
				.then(({completePath}) => completePath(effect))
				.then(found => send({type: 'pathCompleted', text: effect.text, of: effect.of, ...found})),
		openZip: ({path}) =>
			void import('../picker/effects/open-zip.ts').then(async ({unpackedAt}) => {
				const {folder, problem, passedOver} = await unpackedAt(path, leaving.signal);
				if (problem) send({type: 'failed', problem});
				if (folder !== undefined) send({type: 'zipOpened', path, folder});
				if (passedOver.length > 0) send({type: 'passedOver', paths: passedOver});
			}),
		goTo: effect =>
			void import('../picker/effects/go-to-path.ts').then(async ({placeOf, typedPath}) => {
				const place = await placeOf(effect);
				const problem = {code: 'FILE_NOT_FOUND', details: {path: typedPath(effect)}} as const;
				send(place ? {type: 'wentTo', ...place} : {type: 'failed', problem});
			}),
		findRecent: () => void journal.recent().then(folders => send({type: 'recentFound', folders})),
		searchOn: () => void pause().then(() => options.send({type: 'searchOn'})),
		startBatch: ({paths, engine, mrzAlone, documents, named, goesOn, mayBeEmpty, agreed}) => {
			look.forget();
			watching.stop();
			journal.begin(goesOn?.roots ?? paths, named ?? engine, goesOn);
			const chosen = {id: engine, mrzAlone, documents, insteadOf: named, mayBeEmpty, agreed};
			begun = {at: options.now().getTime(), started: batch.start(paths, chosen, goesOn)};
		},
		watch: ({roots}) => {
			const {at: since, started} = begun;
			void started.then(() => {
				if (!leaving.signal.aborted)
					void watching.start({roots, inBatch: batch.paths(), named: batch.passedOver(), since});
			});
		},
		stopWatch: watching.stop,
		addPictures: ({paths}) => {
			journal.arrived(paths);
			batch.ask(one => one.add(paths));
		},
		countPictures: effect => void countPictures(effect, {...options, store}, leaving.signal),
		findKept: () => void journal.findKept().catch(() => send({type: 'keptBatch', batch: undefined, broken: false})),
		goOn: ({file}) => void journal.goOn(file),
		forgetWithdrawn: ({withdrawn}) =>
			void setTimeout(() => {
				if (!leaving.signal.aborted) send({type: 'withdrawnSeen', withdrawn});
			}, seenWithin).unref(),
		answerSecond: ({yes}) => batch.answer(yes),
		pause: () => batch.ask(one => one.pause()),
		resume: ({newAccount}) => (newAccount ? void batch.resumeWithNewAccount() : batch.ask(one => one.resume())),
		again: ({paths}) => batch.ask(one => paths.forEach(path => void one.again(path))),
		leaveOut: ({path}) => batch.leaveOut(path),
		setConcurrency: ({count}) => batch.ask(one => one.setConcurrency(count)),
		keep: ({record, before}) => keeper.keep(record, before),
		lookAtPictures: () => keeper.lookAtPictures(true),
		copy: ({text}) => options.copy?.(text),
		openOutside: ({path}) =>
			void import('../app/open-outside-effect.ts').then(({openOutside}) =>
				openOutside(path, () => options.send({type: 'notOpened', path})),
			),
		loadForm: effect => void loadForm(effect, options),
		lookAtFile: ({path}) => void lookAtFile(path, options),
		export: ({request}) => void exportRows(request, options, keeper.lookAtAll),
		quit: ({code}) => leave(code),
	};
	/** The passport that is being checked. */
	let opened: string | undefined;
	let isLeaving = false;
	/** Waits for what may have been charged, once; the next request to leave is obeyed. */
	const leave = (code: number) => {
		if (isLeaving || batch.owed() === 0) return options.quit(code);
		isLeaving = true;
		const owed = batch.owed();
		const ended = batch.end();
		send({type: 'leaving', owed});
		// A second Ctrl-C has ended all of it meanwhile.
		void ended.then(() => leaving.signal.aborted || options.quit(code));
	};
	return {
		interrupt(code) {
			if (isLeaving || batch.owed() === 0) return false;
			leave(code);
			return true;
		},
		run(effect) {
			debug(`effect ${effect.type}`);
			// Each handler takes the effect of its own type; TypeScript cannot follow that through the table.
			(handlers[effect.type] as (effect: Effect) => void)(effect);
		},
		follow(state) {
			const open = state.screen === 'review' ? currentRecord(state.review) : undefined;
			if (open && open.path !== opened) keeper.look(open);
			opened = open?.path;
			if (last && state.screen !== last.screen && showsAll.has(state.screen)) keeper.lookAtPictures();
			last = state;
			journal.follow(state);
		},
		owed: batch.owed,
		async close(isUrgent = false) {
			if (!isUrgent && batch.owed() > 0) {
				isLeaving = true;
				await batch.end();
			}
			leaving.abort();
			scan.stop();
			watching.stop();
			look.stop();
			// The last news of the batch goes into the journal, which is closed after it.
			const ended = batch.close(begun.started);
			// There may be room on the disk by now.
			for (const record of last?.review.records ?? []) if (unsaved.has(record.path)) keeper.keep(record);
			await Promise.all([keeper.finish(), settings.finish(), ended, journal.close()]);
		},
	};
}
