import type {KeyName} from '../key-name.ts';

/** Why a key does nothing now. */
export const off = {
	onlyEditing: (key: KeyName) => `Only while a field is edited: ${key('field.edit')} begins.`,
	pressKey: 'Close the help and press the key itself.',
	noAccountYet: 'Enter key and secret first.',
	decided: (key: KeyName) =>
		`Something is already decided here: undo it with ${key('app.undo')}, then read again with ${key('passport.again')}.`,
	noPictures: (key: KeyName) => `No pictures in this terminal (no colours). ${key('view.open')} opens the picture.`,
	noOther: 'There is no other reading of this field.',
	noSuchOther: 'There are fewer other readings of this field.',
	nothingChanged: 'Nothing was changed, so nothing is decided.',
	allDecided: 'Every passport is decided.',
	noField: 'There is no passport to check yet.',
	notTyped: (key: KeyName) =>
		`It was not read: ${key('mrz.type')} types its two lines, ${key('field.edit')} one field.`,
	noneClean: 'No clean passport is waiting.',
	unbound: (key: KeyName) => `This key does nothing here. ${key('app.help')} shows the keys.`,
	held: 'The key is held, or came too soon: let go, look, and press it again.',
	nothingToUndo: 'Nothing to undo.',
	nothingToRedo: 'Nothing to redo.',
	nothingChosen: (key: KeyName) => `Choose a picture first: ${key('picker.toggle')}, or ${key('picker.all')} for all.`,
	notFailed: 'Only a picture that has been read or has failed can be read again.',
	nothingFailed: 'Nothing failed.',
	allRead: 'Everything is read.',
	nothingRead: 'Nothing is read yet.',
	alreadyRead: (key: KeyName) => `It has been read already. ${key('passport.reject')} rejects it while it is checked.`,
	alreadyOut: (key: KeyName) => `It is left out already. ${key('reading.again')} reads it after all.`,
	beingRead: 'It is being read just now.',
	noFolder: 'There is no folder under the cursor.',
	atTop: 'There is no folder above this one.',
	noneAccepted: (key: KeyName) => `No passport is accepted yet: ${key('question.all')} writes all that were read.`,
	noRows: 'There is no row to write.',
	noPicture: 'There is no picture in the batch yet.',
	notReadYet: 'It has not been read yet.',
	notReading: 'Nothing is being read.',
};
