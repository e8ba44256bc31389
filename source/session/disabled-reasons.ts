import {dirname} from 'node:path';
import {isZipName} from '../core/pictures/files/extensions.ts';
import type {PassportRecord} from '../core/records/record.ts';
import {isTouched} from '../core/records/reuse.ts';
import {accountTyped} from './account/typed-account.ts';
import type {ActId, FaceActionId} from './act-id.ts';
import type {OffReason as DisabledReason} from './app/notice.ts';
import {currentRow} from './batch-list/rows.ts';
import {styleParts} from './export/column-choice.ts';
import {howManyChosen, matchCount, pagedRow, rowAt, rowCount} from './picker/rows.ts';
import {isComplete} from './picker/search.ts';
import {currentItem, stillFailed} from './reading/update.ts';
import {alternativesHere, cleanWaiting, currentRecord, hasReadable, isUnreadHere} from './review/view-model.ts';
import type {AppState} from './state.ts';

type Off = (state: AppState) => DisabledReason | undefined;

const when =
	(test: (state: AppState) => boolean, reason: DisabledReason): Off =>
	state =>
		test(state) ? reason : undefined;

/** What was decided about another picture than is there now is no reason not to read that one. */
const isDecidedAbout = (record: PassportRecord): boolean => record.pictureNow !== 'other' && isTouched(record);

/** Reading again puts another record in the place of this one: never over what a person has done. */
const notOpen: Off = state => {
	const record = currentRecord(state.review);
	if (!record) return 'noField';
	return isDecidedAbout(record) ? 'decided' : undefined;
};

/** What can be undone on the screen that is shown. */
const steps = ({screen, picker, review}: AppState) => (screen === 'picker' ? picker : review);

/** Whether a reason that was shown no longer holds. What has two meanings stays while one of them holds. */
export const isOver = (state: AppState, reason: DisabledReason): boolean =>
	!Object.values<Off>(disabled).some(test => test(state) === reason);

/** Why something does nothing now. */
const disabled = {
	nothingToStart: when(({picker}) => howManyChosen(picker) === 0 && rowCount(picker) === 0, 'nothingChosen'),
	noPictureHere: when(
		({picker}) =>
			!picker.searching &&
			(picker.search ? isComplete(picker.search) && matchCount(picker) === 0 : picker.found.length === 0),
		'noPictureHere',
	),
	noRow: when(({picker}) => rowCount(picker) === 0, 'noPictureHere'),
	noneMarked: when(({picker}) => howManyChosen(picker) === 0, 'nothingChosen'),
	noFolder: when(({picker}) => {
		const row = rowAt(picker, picker.cursor);
		return row?.kind === 'picture' && !isZipName(row.path) && !pagedRow(picker);
	}, 'noFolder'),
	atTop: when(({picker}) => dirname(picker.folder) === picker.folder && picker.filter.text === '', 'atTop'),
	nothingRead: when(
		({reading, review}) => review.records.length === 0 && !reading.items.some(({outcome}) => outcome?.kind === 'read'),
		'nothingRead',
	),
	allRead: when(({reading}) => reading.phase === 'done', 'allRead'),
	notToReadAgain(state: AppState): DisabledReason | undefined {
		const item = currentItem(state);
		if (!item || item.state === 'waiting' || item.state === 'reading') return 'notFailed';
		const record = state.review.records.find(({path}) => path === item.path);
		return record && isDecidedAbout(record) ? 'decided' : undefined;
	},
	nothingFailed: when(state => stillFailed(state).length === 0, 'nothingFailed'),
	notToLeaveOut(state: AppState): DisabledReason | undefined {
		const item = currentItem(state);
		if (!item || item.state === 'waiting' || item.state === 'failed') return undefined;
		return item.state === 'reading' ? 'beingRead' : item.state === 'leftOut' ? 'alreadyOut' : 'alreadyRead';
	},
	noPassport: when(state => currentRecord(state.review) === undefined, 'noField'),
	notOpen,
	notToAccept: (state: AppState): DisabledReason | undefined =>
		disabled.noPassport(state) ?? (isUnreadHere(state.review) ? 'notTyped' : undefined),
	noPictures: when(({review, viewing}) => currentRecord(review) === undefined || !viewing.pictures, 'noPictures'),
	noOther: (state: AppState, choice = 1): DisabledReason | undefined => {
		const count = alternativesHere(state.review).length;
		return count === 0 ? 'noOther' : choice > count ? 'noSuchOther' : undefined;
	},
	noneClean: when(state => cleanWaiting(state.review) === 0, 'noneClean'),
	nothingToUndo: when(state => steps(state).past.length === 0, 'nothingToUndo'),
	nothingToRedo: when(state => steps(state).future.length === 0, 'nothingToRedo'),
	noPicture: when(({reading, review}) => reading.items.length === 0 && review.records.length === 0, 'noPicture'),
	notListed: when(state => {
		const row = currentRow(state);
		return !row || (!row.record && row.state !== 'failed' && row.state !== 'leftOut');
	}, 'notReadYet'),
	notRead: when(state => currentRow(state)?.record === undefined, 'notReadYet'),
	notReading: when(({reading}) => reading.phase === 'idle', 'notReading'),
	noAccountYet: when(state => accountTyped(state) === undefined, 'noAccountYet'),
	noRows: when(state => !hasReadable(state), 'noRows'),
	fixedColumns: when(({exporting}) => styleParts(exporting).length === 0, 'fixedColumns'),
	notChosen: when(({exporting: {editor}}) => editor?.columns[editor.cursor]?.chosen !== true, 'columnNotChosen'),
	noForm: when(({exporting}) => exporting.format !== 'template', 'noForm'),
	noColumns: when(({exporting: {editor}}) => editor?.columns.some(one => one.chosen) !== true, 'noColumns'),
	notSaved: when(({exporting: {set, savedSets}}) => !Object.hasOwn(savedSets, set), 'columnsNotSaved'),
	noneChosen: when(({question}) => question?.kind === 'rest' && question.chosen === 0, 'noneAccepted'),
} as const;

const reasons: {readonly [Id in ActId]?: (state: AppState, choice?: number) => DisabledReason | undefined} = {
	'question.chosen': disabled.noneChosen,
	'credentials.test': disabled.noAccountYet,
	'picker.start': disabled.nothingToStart,
	'picker.toggle': disabled.noRow,
	'picker.all': disabled.noPictureHere,
	'picker.invert': disabled.noPictureHere,
	'picker.none': disabled.noneMarked,
	'picker.open': disabled.noFolder,
	'picker.parent': disabled.atTop,
	'picker.reading': disabled.notReading,
	'reading.review': disabled.nothingRead,
	'reading.watch': disabled.notReading,
	'reading.pause': disabled.allRead,
	'reading.again': disabled.notToReadAgain,
	'reading.againAll': disabled.nothingFailed,
	'reading.leaveOut': disabled.notToLeaveOut,
	'reading.faster': disabled.allRead,
	'reading.slower': disabled.allRead,
	'reading.openOutside': disabled.noPicture,
	'field.confirm': disabled.noPassport,
	'passport.accept': disabled.notToAccept,
	'field.edit': disabled.noPassport,
	'field.take': disabled.noOther,
	'view.zoom': disabled.noPictures,
	'view.closer': state => disabled.noPictures(state) ?? (state.viewing.scale === 4 ? 'closest' : undefined),
	'view.farther': state => disabled.noPictures(state) ?? (state.viewing.zoom === 'page' ? undefined : 'wholePage'),
	'view.open': disabled.noPassport,
	'field.copy': disabled.noPassport,
	'passport.copyPath': disabled.noPassport,
	'passport.details': disabled.noPassport,
	'passport.again': disabled.notOpen,
	'passport.reject': disabled.noPassport,
	'passport.skip': disabled.noPassport,
	'field.nextDoubt': disabled.noPassport,
	'field.previousDoubt': disabled.noPassport,
	'field.down': disabled.noPassport,
	'field.up': disabled.noPassport,
	'passport.next': disabled.noPassport,
	'passport.previous': disabled.noPassport,
	'passport.nextDoubt': disabled.noPassport,
	'passport.previousDoubt': disabled.noPassport,
	'passport.first': disabled.noPassport,
	'passport.last': disabled.noPassport,
	'passport.acceptClean': disabled.noneClean,
	'review.export': disabled.noPassport,
	'review.exportAs': disabled.noPassport,
	'batch.list': disabled.noPicture,
	'batch.find': disabled.noPicture,
	'batch.open': disabled.notListed,
	'batch.reject': disabled.notRead,
	'trip.open': state => (state.screen === 'review' ? disabled.noPassport(state) : undefined),
	'export.write': disabled.noRows,
	'columns.open': disabled.fixedColumns,
	'form.open': disabled.noForm,
	'columns.rename': disabled.notChosen,
	'columns.later': disabled.notChosen,
	'columns.earlier': disabled.notChosen,
	'columns.save': disabled.noColumns,
	'columns.delete': disabled.notSaved,
	'app.undo': disabled.nothingToUndo,
	'app.redo': disabled.nothingToRedo,
};

/** Why an action does nothing now: a face greys it, and asking for it says why. `choice`: which of several, from 1. */
export const whyNot = (state: AppState, id: ActId | FaceActionId, choice?: number): DisabledReason | undefined =>
	reasons[id as ActId]?.(state, choice);
