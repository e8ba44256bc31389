import {type EngineChoice, engineIds, sendsAll, usesAccount} from '../core/engines/choice.ts';
import {cloudName, engineName} from '../session/account/engine-name.ts';
import {withoutBlanks} from '../session/account/typed-account.ts';
import {keptLabel} from '../session/journal/reused-label.ts';
import {documentsText} from '../session/welcome/documents.ts';
import {engineWords} from '../text/engine-words.ts';
import {messages} from '../text/index.ts';
import {sayReason} from '../text/reason.ts';
import {sentences} from '../text/sentences.ts';
import {answerName, answers} from './answers.ts';
import {choosePictures} from './choose.ts';
import {sayHalfTyped} from './half-typed.ts';
import type {Line, LineOptions} from './line.ts';
import {oneOf} from './one-of.ts';

/** Resumes the last batch, or has other pictures read. False when the person stopped. */
export async function begin(line: Line, options: LineOptions): Promise<boolean> {
	const {paths, resume = false} = options;
	if (!(await line.when('settings'))) return false;
	// Pictures that were named are read without asking.
	if (paths.length === 0 || resume) {
		const back = await comeBack(line, resume);
		if (back === 'stopped') return false;
		if (back === 'back') return await agree(line, false);
	}
	return await beginNew(line, options);
}

async function comeBack(line: Line, resume: boolean): Promise<'back' | 'none' | 'stopped'> {
	const {language, state, send, until} = line;
	const hasAnswered = () => until(({notice, reading}) => notice !== undefined || reading.phase !== 'idle');
	if (resume) {
		line.lookBack('goOn');
		if (!(await hasAnswered())) return 'stopped';
	} else {
		line.lookBack('findKept');
		if (!(await line.when('keptBatch'))) return 'stopped';
		const batch = state().resumable;
		if (!batch) return 'none';
		const question = messages(language).plain.goOnOrNot(keptLabel(state(), batch), answerName);
		const answer = await oneOf(line.talk, language, question, ['', answers.no]);
		if (answer === undefined) return 'stopped';
		if (answer === answers.no) return 'none';
		send({type: 'chosen', item: 'goOn'});
		if (!(await hasAnswered())) return 'stopped';
	}
	if (state().reading.phase === 'idle') return 'none';
	sayHalfTyped(line);
	// What was put off is asked about again: there is no other way back to it.
	return 'back';
}

async function beginNew(line: Line, {engine: asked, demo, paths, resume = false}: LineOptions): Promise<boolean> {
	const {talk, language, state, send} = line;
	const isNamed = asked !== undefined && sendsAll(asked) && paths.length > 0;
	if (!demo && !(await chooseEngine(line, asked !== undefined))) return false;
	const pictures = await choosePictures(talk, language, resume ? [] : paths);
	if (pictures === undefined) return false;
	for (;;) {
		send({type: 'read', paths: pictures});
		if (!(await agree(line, isNamed))) return false;
		if (state().reading.phase !== 'idle') return true;
		// After a no the choice is open again.
		if (!(await askEngine(line))) return false;
	}
}

/** Asks for the engine; the cloud only with an account. False when the user stopped. */
async function chooseEngine(line: Line, isAsked: boolean): Promise<boolean> {
	const {talk, language, state} = line;
	const {engine} = state();
	if (engine === undefined) return await askEngine(line);
	const others = offered.filter(id => id !== engine);
	if (!isAsked) talk.say(messages(language).plain.reads(engineName(state()), others));
	if (state().documents.some(one => one !== 'passport')) talk.say(documentsText(state()));
	return !usesAccount(engine) || state().accountStored || (await take(line, engine));
}

const offered: readonly EngineChoice[] = [...engineIds, 'auto', 'both'];

async function askEngine(line: Line): Promise<boolean> {
	const text = messages(line.language);
	const choices = offered.map(id => engineWords(text, id).spoken);
	const numbers = offered.map((_, index) => String(index + 1));
	for (;;) {
		const question = sentences(
			text.plain.engine(choices),
			text.plain.otherDocuments(documentsText(line.state()), answerName),
		);
		const answer = await oneOf(line.talk, line.language, question, ['', answers.documents, ...numbers]);
		if (answer === undefined) return false;
		if (answer !== answers.documents) return await take(line, offered[Number(answer || 1) - 1]!);
		line.act('engine.documents');
	}
}

async function take({talk, language, state, send, act}: Line, engine: EngineChoice): Promise<boolean> {
	send({type: 'chosen', item: engine});
	if (state().screen !== 'credentials') return true;
	const {plain, app} = messages(language);
	talk.say(app.credentials.where);
	const key = await talk.ask(plain.key);
	const secret = key ? await talk.ask(plain.secret) : key;
	if (key === undefined || secret === undefined) return false;
	const isWhole = withoutBlanks(secret) !== '';
	send({type: 'reported', field: 'key', value: isWhole ? key : ''});
	send({type: 'reported', field: 'secret', value: isWhole ? secret : ''});
	if (state().credentials.focus === 'key') act('credentials.next');
	act('credentials.next');
	return true;
}

/**
 * Pictures are sent only after a yes that names the host and their number; `isNamed`: the command has said it. As on the
 * screen, a no is no yes to reading them here. False when the person stopped.
 */
async function agree({talk, language, state, act, until}: Line, isNamed: boolean): Promise<boolean> {
	const {plain, app, commands} = messages(language);
	const isCounted = await until(({question}) => !question || !('count' in question) || question.count !== undefined);
	if (!isCounted) return false;
	const {question} = state();
	if (question?.kind !== 'upload' && question?.kind !== 'uploadRest') return true;
	const asked = `${app.question.upload(cloudName(state()), question.count, question.files)} ${plain.sendOrNot(answerName)}`;
	const answer = isNamed
		? answers.yes
		: await oneOf(talk, language, asked, [...commands.yes, answers.here, answers.no, '']);
	if (answer === undefined) return false;
	if (answer === answers.here) talk.say(app.notices.staysHere({}));
	act(
		answer === answers.here ? 'question.here' : answer === answers.no || answer === '' ? 'question.no' : 'question.yes',
	);
	return true;
}

/**
 * Answers a question of the session about sending, where there is one: whether pictures that this computer has read are
 * sent as well, what comes into a watched folder, or the others after calls that failed. Anything but a yes is a no. False
 * when the person stopped.
 */
export async function agreeToSend({talk, language, state, act}: Line): Promise<boolean> {
	const {question} = state();
	const {plain, app, commands, reasons} = messages(language);
	const asked = () => {
		switch (question?.kind) {
			case 'second':
				return `${app.question.second(cloudName(state()), question.upload)} ${plain.sendAsWell(answerName)}`;
			case 'watchSends':
				return `${app.question.watchSends(cloudName(state()))} ${plain.watchOrNot(answerName)}`;
			case 'goOnSending':
				return `${app.question.goOnSending(question.count, question.charged)} ${plain.goOnSending(answerName)}`;
			default:
				return undefined;
		}
	};
	const said = asked();
	if (said === undefined) return true;
	for (const {reason, count} of question?.kind === 'second' ? question.flaws : []) {
		talk.say(commands.about(commands.upload.pictures(count), sayReason(reasons, reason)));
	}
	const answer = await talk.ask(said);
	if (answer === undefined) return false;
	const isYes = commands.yes.includes(answer.toLowerCase());
	if (!isYes && question?.kind === 'second') talk.say(app.notices.staysHere({}));
	act(isYes ? 'question.yes' : 'question.no');
	return true;
}
