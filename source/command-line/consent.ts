import type {AskedUpload} from '../core/batch/two-engines.ts';
import {account} from '../core/engines/choice.ts';
import type {EngineOptions} from '../core/engines/engine.ts';
import {sayReason} from '../text/reason.ts';
import {cloudOptions} from './account.ts';
import {ask} from './ask.ts';
import type {Context} from './context.ts';
import {flag, text} from './parse.ts';

/**
 * Whether pictures may be sent away: asked once, with the host and the number of calls. What makes some of them hard to
 * read is said first. Without an account, a user to ask or a yes they are not sent, and a line says so.
 *
 * @returns what the cloud engine is made with, after a yes.
 */
export async function mayUpload(
	context: Context,
	{upload: all, flaws}: AskedUpload,
): Promise<EngineOptions | undefined> {
	const {args, messages, say} = context;
	const words = messages.commands.upload;
	const options = await cloudOptions(context);
	const pages = Math.min(all.pages, options.maxCalls ?? all.pages);
	const upload = {pages, files: Math.min(all.files, pages)};
	if (pages === 0) return undefined;
	if (!options.credentials) {
		// Without --engine, do not mention the cloud account.
		if (text(args, 'engine') !== undefined) say(words.noAccount(all));
		return undefined;
	}
	const {host, official} = account.destination(options.endpoint, options.endpointFrom);
	const where = official ? words.official(host) : host;
	for (const {reason, count} of flaws) {
		say(messages.commands.about(words.pictures(count), sayReason(messages.reasons, reason)));
	}
	if (flag(args, 'yes')) {
		say(words.sending(upload, where));
		return options;
	}
	if (!context.interactive) {
		say(words.notAsked(upload, where));
		return undefined;
	}
	return (await ask(context, words.ask(upload, where))) ? options : undefined;
}
