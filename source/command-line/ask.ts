import {createInterface} from 'node:readline';
import type {Context} from './context.ts';

/** A question to the user. Anything but a yes is a no; so is the end of the input, and Ctrl-C. */
export async function ask({stdin, messages, warn, signal}: Context, question: string): Promise<boolean> {
	warn(question);
	const lines = createInterface({input: stdin});
	const close = () => lines.close();
	signal.addEventListener('abort', close, {once: true});
	try {
		for await (const line of lines) return messages.commands.yes.includes(line.trim().toLowerCase());
		return false;
	} finally {
		signal.removeEventListener('abort', close);
	}
}
