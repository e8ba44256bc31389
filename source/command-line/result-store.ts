import {createResultStore, type ResultStore} from '../core/records/result-store.ts';
import {resultsFolder} from '../core/settings/folder.ts';
import type {Context} from './context.ts';
import {flag, text} from './parse.ts';

/** Results by the content of their pictures. With --no-save nothing is added to them. */
export const resultStoreOf = ({args, env}: Pick<Context, 'args' | 'env'>): ResultStore =>
	createResultStore(
		resultsFolder(text(args, 'config-dir'), {env}),
		text(args, 'index') !== 'off' && !flag(args, 'no-save'),
	);
