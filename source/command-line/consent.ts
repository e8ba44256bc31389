import {account} from '../core/engines/choice.ts';
import type {EngineOptions} from '../core/engines/engine.ts';
import type {PictureFlaw} from '../core/records/picture-flaws.ts';
import {sayReason} from '../text/reason.ts';
import {cloudOptions} from './account.ts';
import {ask} from './ask.ts';
import type {Context} from './context.ts';
import {flag, text} from './parse.ts';

/**
 * Whether pictures may be sent away: asked once, with the host and the number. What
 * makes some of them hard to read is said first. Without an account, a user to ask or a yes they are not sent, and a line
 * says so.
 *
 * @returns what the cloud engine is made with, after a yes.
 */
export async function mayUpload(
	context: Context,
	pictures: number,
	flaws: readonly PictureFlaw[] = [],
): Promise<EngineOptions | undefined> {
	const {args, messages, say} = context;
	const words = messages.commands.upload;
	const options = await cloudOptions(context);
	const count = Math.min(pictures, options.maxCalls ?? pictures);
	if (count === 0) return undefined;
	if (!options.credentials) {
		// Without --engine, do not mention the cloud account.
		if (text(args, 'engine') !== undefined) say(words.noAccount(pictures));
		return undefined;
	}
	const {host, official} = account.destination(options.endpoint);
	const where = official ? words.official(host) : host;
	for (const {reason, count} of flaws) {
		say(messages.commands.about(words.pictures(count), sayReason(messages.reasons, reason)));
	}
	if (flag(args, 'yes')) {
		say(words.sending(count, where));
		return options;
	}
	if (!context.interactive) {
		say(words.notAsked(count, where));
		return undefined;
	}
	return (await ask(context, words.ask(count, where))) ? options : undefined;
}
