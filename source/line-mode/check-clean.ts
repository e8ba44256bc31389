import {cleanRecords} from '../core/review/review.ts';
import {unfitText} from '../session/review/validity-view.ts';
import {fileName} from '../text/format.ts';
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
	const unfit = unfitText(state(), clean, language);
	if (unfit !== '') talk.say(text.unfit(unfit));
	for (;;) {
		const answer = (
			await talk.ask(text.acceptClean(clean.length, answerName), {commands: ['undo', 'list']})
		)?.toLowerCase();
		if (answer === undefined) return 'stopped';
		if (answer === answers.list) return (await list(line)) ? 'takenBack' : 'stopped';
		if (answer === '' || commands.yes.includes(answer)) {
			act('passport.acceptClean');
			act('question.yes');
			return 'checked';
		}
		if (answer === answers.no) return await oneByOne(line);
		if (answer === answers.undo) return takeBack(line);
		talk.say(text.notAnswer);
	}
}

async function oneByOne(line: Line): Promise<Checked> {
	const {state} = line;
	for (const {path} of cleanRecords(state().review)) {
		line.send({type: 'open', path});
		line.talk.say(`${fileName(path)}:`);
		sayValues(line);
		const one = await checkOne(line, path);
		if (one !== 'checked') return one;
	}
	return 'checked';
}
