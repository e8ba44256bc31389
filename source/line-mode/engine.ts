import {account, type EngineChoice, engineIds, localEngine, usesAccount} from '../core/engines/choice.ts';
import type {Account} from '../core/settings/account.ts';
import {withoutBlanks} from '../session/account/typed-account.ts';
import {engineWords} from '../text/engine-words.ts';
import {type Language, messages} from '../text/index.ts';
import type {Talk} from './talk.ts';

const offered: readonly EngineChoice[] = [...engineIds, 'auto', 'both'];

export type EngineQuestion = {
	/** Named by the command. */
	readonly asked: EngineChoice | undefined;
	/** Chosen at an earlier start. */
	readonly chosen: EngineChoice | undefined;
	/** Named by the command together with the pictures: that is a yes to sending these. */
	readonly named: boolean;
	readonly loadAccount: () => Promise<Account>;
	/** For later starts. */
	readonly keepChoice: (engine: EngineChoice) => Promise<void>;
	readonly keepAccount: (
		engine: EngineChoice,
		credentials: {readonly key: string; readonly secret: string},
	) => Promise<void>;
};

/** Who reads. The cloud only with an account, and with a yes. Undefined when the person stopped. */
export async function chooseEngine(
	talk: Talk,
	language: Language,
	{asked, chosen, loadAccount, keepChoice, keepAccount}: EngineQuestion,
): Promise<EngineChoice | undefined> {
	const text = messages(language);
	const before = asked ?? chosen;
	const answer = before ?? (await askEngine(talk, language));
	if (answer === undefined) return undefined;
	if (before && !asked)
		talk.say(
			text.plain.reads(
				engineWords(text, answer).name,
				offered.map(id => `--engine ${id}`),
			),
		);
	if (!usesAccount(answer)) {
		if (!before) await keepChoice(answer);
		return answer;
	}
	if (!(await loadAccount()).credentials) {
		talk.say(text.app.credentials.where);
		const key = await talk.ask(text.plain.key);
		const typed = key === '' ? '' : key && (await talk.ask(text.plain.secret));
		if (key === undefined || typed === undefined) return undefined;
		const secret = withoutBlanks(typed);
		if (secret === '') return staysHere(talk, language);
		await keepAccount(answer, {key: withoutBlanks(key), secret});
		talk.say(text.app.notices.credentialsStored({}));
	} else if (!before) await keepChoice(answer);
	return answer;
}

async function askEngine({say, ask}: Talk, language: Language): Promise<EngineChoice | undefined> {
	const text = messages(language);
	const choices = offered.map(id => engineWords(text, id).spoken);
	for (;;) {
		const answer = await ask(text.plain.engine(choices));
		if (answer === undefined) return undefined;
		const chosen = answer === '' ? offered[0] : /^[1-9]$/.test(answer) ? offered[Number(answer) - 1] : undefined;
		if (chosen) return chosen;
		say(text.plain.notAnswer);
	}
}

/**
 * Pictures are sent only after a yes that names the host and their number; the command may have said it. As on the screen,
 * a no is no yes to reading them here.
 */
export async function askToUpload(
	talk: Talk,
	language: Language,
	{named, loadAccount}: EngineQuestion,
	engine: EngineChoice,
	pictures: number,
): Promise<EngineChoice | 'neither' | undefined> {
	if (named || pictures === 0) return engine;
	const text = messages(language);
	const where = whereTo((await loadAccount()).endpoint, language);
	for (;;) {
		const answer = await talk.ask(`${text.app.question.upload(where, pictures)} ${text.plain.sendOrNot}`);
		if (answer === undefined) return undefined;
		const word = answer.toLowerCase();
		if (text.commands.yes.includes(word)) return engine;
		if (word === 'o') return staysHere(talk, language);
		if (word === '' || word === 'n') return 'neither';
		talk.say(text.plain.notAnswer);
	}
}

/**
 * Whether pictures that this computer has read may be sent as well. Without an account nothing is asked, and said so;
 * anything but a yes is a no.
 */
export async function askSecond(
	talk: Talk,
	language: Language,
	{loadAccount}: EngineQuestion,
	count: number,
): Promise<boolean> {
	const text = messages(language);
	const {credentials, endpoint} = await loadAccount();
	if (!credentials) {
		talk.say(text.app.notices.secondNeedsAccount({count}));
		return false;
	}
	const question = text.app.question.second(whereTo(endpoint, language), count);
	const answer = await talk.ask(`${question} ${text.plain.sendAsWell}`);
	const isYes = answer !== undefined && text.commands.yes.includes(answer.toLowerCase());
	if (!isYes) talk.say(text.app.notices.staysHere({}));
	return isYes;
}

function whereTo(endpoint: string | undefined, language: Language): string {
	const {host, official} = account.destination(endpoint);
	return official ? messages(language).commands.upload.official(host) : host;
}

function staysHere({say}: Talk, language: Language): EngineChoice {
	say(messages(language).app.notices.staysHere({}));
	return localEngine;
}
