import {cleanRecords} from '../core/review/review.ts';
import {pictureName} from '../session/picture-name.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {messages} from '../text/index.ts';
import {answerName, answers} from './answers.ts';
import {type Checked, checkOne, sayValues, takeBack} from './check-one.ts';
import type {Line} from './line.ts';
import {list} from './list.ts';

/** Those that are proven: all at once, or one by one with every value. */
export async function checkClean(line: Line): Promise<Checked> {
	const {talk, language, state, act} = line;
	const {plain: text, commands} = messages(language);
	const clean = cleanRecords(state().review);
	if (clean.length === 0) return 'checked';
	if (!(await lookAtPictures(line))) return 'stopped';
	act('question.no');
	// What is no longer proven is asked about first.
	if (cleanRecords(state().review).length < clean.length) return 'takenBack';
	const unfit = unfitText(state(), clean, language);
	if (unfit !== '') talk.say(text.unfit(unfit));
	for (;;) {
		const answer = (
			await talk.ask(text.acceptClean(clean.length, answerName), {commands: ['undo', 'list']})
		)?.toLowerCase();
		if (answer === undefined) return 'stopped';
		if (answer === answers.list) return (await list(line)) ? 'takenBack' : 'stopped';
		if (answer === '' || commands.yes.includes(answer)) {
			if (!(await lookAtPictures(line))) return 'stopped';
			const {question} = state();
			const isSame = question?.kind === 'acceptClean' && question.paths.size === clean.length;
			act(isSame ? 'question.yes' : 'question.no');
			return isSame ? 'checked' : 'takenBack';
		}
		if (answer === answers.no) return await oneByOne(line);
		if (answer === answers.undo) return takeBack(line);
		talk.say(text.notAnswer);
	}
}

/** Opens the question of the session, until the pictures have been looked at. False when the session ends before. */
async function lookAtPictures({act, until}: Line): Promise<boolean> {
	act('passport.acceptClean');
	return await until(({question}) => question?.kind !== 'acceptClean' || question.looking === undefined);
}

async function oneByOne(line: Line): Promise<Checked> {
	const {state} = line;
	for (const {path} of cleanRecords(state().review)) {
		line.send({type: 'open', path});
		line.talk.say(`${pictureName(state(), path)}:`);
		sayValues(line);
		const one = await checkOne(line, path);
		if (one !== 'checked') return one;
	}
	return 'checked';
}
