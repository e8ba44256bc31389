import type {EngineId} from '../core/engines/engine.ts';
import {parseEndpoint} from '../core/engines/xiangyun/endpoint.ts';
import type {Account} from '../core/settings/account.ts';
import {withoutBlanks} from '../session/account/typed-account.ts';
import {type Language, messages} from '../text/index.ts';
import type {Talk} from './talk.ts';

export type EngineQuestion = {
	/** Named by the command. */
	readonly asked: EngineId | undefined;
	/** Chosen at an earlier start. */
	readonly chosen: EngineId | undefined;
	/** Named by the command together with the pictures: that is a yes to sending these. */
	readonly named: boolean;
	readonly loadAccount: () => Promise<Account>;
	/** For later starts. */
	readonly keepChoice: (engine: EngineId) => Promise<void>;
	readonly keepAccount: (credentials: {readonly key: string; readonly secret: string}) => Promise<void>;
};

/** Who reads. The cloud only with an account, and with a yes. Undefined when the person stopped. */
export async function chooseEngine(
	talk: Talk,
	language: Language,
	{asked, chosen, loadAccount, keepChoice, keepAccount}: EngineQuestion,
): Promise<EngineId | undefined> {
	const text = messages(language);
	const before = asked ?? chosen;
	const answer = before ?? (await askEngine(talk, language));
	if (answer === undefined) return undefined;
	if (before && !asked) talk.say(text.plain.reads(text.app.engine[answer]));
	if (answer === 'offline') {
		if (!before) await keepChoice(answer);
		return answer;
	}
	if (!(await loadAccount()).credentials) {
		talk.say(text.app.credentials.where);
		const key = await talk.ask(text.plain.key);
		const typed = key === '' ? '' : key && (await talk.ask(text.plain.secret));
		if (key === undefined || typed === undefined) return undefined;
		const secret = withoutBlanks(typed);
		if (secret === '') return offline(talk, language);
		await keepAccount({key: withoutBlanks(key), secret});
		talk.say(text.app.notices.credentialsStored({}));
	} else if (!before) await keepChoice(answer);
	return 'xiangyun';
}

async function askEngine({say, ask}: Talk, language: Language): Promise<EngineId | undefined> {
	const {plain} = messages(language);
	for (;;) {
		const answer = await ask(plain.engine);
		if (answer === undefined) return undefined;
		if (answer === '' || answer === '1') return 'offline';
		if (answer === '2') return 'xiangyun';
		say(plain.notAnswer);
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
	pictures: number,
): Promise<EngineId | 'neither' | undefined> {
	if (named || pictures === 0) return 'xiangyun';
	const text = messages(language);
	const {host, official} = parseEndpoint((await loadAccount()).endpoint);
	const where = official ? text.commands.upload.official(host) : host;
	for (;;) {
		const answer = await talk.ask(`${text.app.question.upload(where, pictures)} ${text.plain.sendOrNot}`);
		if (answer === undefined) return undefined;
		const word = answer.toLowerCase();
		if (text.commands.yes.includes(word)) return 'xiangyun';
		if (word === 'o') return offline(talk, language);
		if (word === '' || word === 'n') return 'neither';
		talk.say(text.plain.notAnswer);
	}
}

function offline({say}: Talk, language: Language): EngineId {
	say(messages(language).app.notices.staysOffline({}));
	return 'offline';
}
