import {resolve} from 'node:path';
import {Readable} from 'node:stream';
import {accountOf} from '../../command-line/account.ts';
import type {Command, Context} from '../../command-line/context.ts';
import {errorLines, errorText} from '../../command-line/errors.ts';
import {expandFiles} from '../../command-line/expand-files.ts';
import {findInputs} from '../../command-line/inputs.ts';
import {fromFolders} from '../../command-line/load-records.ts';
import {parse} from '../../command-line/parse.ts';
import type {EngineChoice} from '../../core/engines/choice.ts';
import {engines} from '../../core/engines/registry.ts';
import {exitCodes, toAppError} from '../../core/errors.ts';
import {jsonText} from '../../core/records/json/json-text.ts';
import {unopenedName} from '../../text/format.ts';
import {exportRows} from '../export.ts';
import {readPictures} from '../read-pictures.ts';
import {validate} from '../validate.ts';
import {resultPicture} from './result-picture.ts';
import {outsideOf} from './roots.ts';
import type {ToolInput, ToolName} from './tool-schemas.ts';

export type Content =
	| {readonly type: 'text'; readonly text: string}
	| {readonly type: 'image'; readonly data: string; readonly mimeType: 'image/png'};

export type ToolResult = {readonly content: Content[]; readonly isError?: boolean};

/** What the tools are given besides their arguments. */
export type ToolSurroundings = {
	readonly context: Context;
	readonly version: string;
	/** Folders that the client or the command line named. */
	readonly roots: readonly string[];
	readonly signal: AbortSignal;
};

/** Each text is a part of its own: the first is what was asked for, and JSON where a tool answers so. */
const answered = (texts: readonly string[], isError = false): ToolResult => ({
	content: texts.filter(Boolean).map(text => ({type: 'text', text})),
	...(isError ? {isError} : {}),
});

const said = (text: string, isError = false): ToolResult => answered([text], isError);

/** A context in which a command prints, and says, into lists. What it says, an agent sends on: numbers are masked. */
function captured({context, signal}: ToolSurroundings, words: readonly string[], input = '') {
	const printed: string[] = [];
	const notes: string[] = [];
	const warnings: string[] = [];
	const here: Context = {
		...context,
		args: parse(words, () => false),
		interactive: false,
		masksNumbers: true,
		stdin: Readable.from([Buffer.from(input)]),
		out: content => void printed.push(Buffer.from(content).toString('utf8')),
		say: line => void notes.push(line),
		warn(line) {
			notes.push(line);
			warnings.push(line);
		},
		signal,
	};
	const text = (lines: readonly string[]) => () => lines.join('\n');
	return {here, printed: () => printed.join('').trim(), notes: text(notes), warnings: text(warnings)};
}

/** Exit codes of a command that has done its work, also where some of it failed or a person must look. */
const doneCodes: ReadonlySet<number> = new Set([exitCodes.ok, exitCodes.someFailed, exitCodes.mustLook]);

async function run(
	command: Command,
	surroundings: ToolSurroundings,
	words: readonly string[],
	input = '',
): Promise<ToolResult> {
	const {here, printed, notes} = captured(surroundings, words, input);
	try {
		const exitCode = await command(here);
		return answered([printed(), notes()], !doneCodes.has(exitCode));
	} catch (thrown) {
		const {code, details} = toAppError(thrown);
		return answered([notes(), errorLines(code, details, surroundings.context.messages).join('\n')], true);
	}
}

/** Paths as the tools use them: `..` after a link would lead elsewhere than where it is checked. */
const resolved = (paths: readonly string[]): readonly string[] => paths.map(path => resolve(path));

/** A result that refuses, where a path is not below the roots; undefined where all are. */
async function refusal({context, roots}: ToolSurroundings, paths: readonly string[]): Promise<ToolResult | undefined> {
	const words = context.messages.commands.mcp;
	if (roots.length === 0) return said(words.noRoots, true);
	const outside = await outsideOf(roots, paths);
	return outside.length > 0 ? said(words.outside(outside.join(', '), roots.join(', ')), true) : undefined;
}

const isLocal = (choice: EngineChoice): boolean => engines.some(({id, remote}) => id === choice && !remote);

/** The engine that sends nothing. */
const localEngine = engines.find(({remote}) => !remote)!.id;

const tools: {
	readonly [Name in ToolName]: (input: ToolInput<Name>, surroundings: ToolSurroundings) => Promise<ToolResult>;
} = {
	async recognize(
		{paths, fields, engine = localEngine, documents, confirm_paid, max_calls, again, picture},
		surroundings,
	) {
		const asked = resolved(paths);
		// Before a pattern is looked up, and what it has found.
		const refused =
			(await refusal(surroundings, asked)) ?? (await refusal(surroundings, await expandFiles(asked, () => {})));
		if (refused) return refused;
		const words = surroundings.context.messages.commands.mcp;
		if (!isLocal(engine) && !(confirm_paid && max_calls !== undefined)) return said(words.needsConsent(engine), true);
		const {here, printed, warnings} = captured(surroundings, [
			'recognize',
			...(fields?.length ? ['--fields', fields.join(',')] : []),
			...(again ? ['--again'] : []),
			...(documents ? ['--documents', documents.join(',')] : []),
			...(isLocal(engine) ? [] : ['--yes', '--max-calls', String(max_calls)]),
		]);
		const inputs = await findInputs({files: [], folders: [], words: asked}, surroundings.signal);
		const {outcomes} = await readPictures(here, {...inputs, engine, format: 'brief', single: false, resultsOnly: true});
		const [first] = outcomes.flatMap(outcome => (outcome.kind === 'read' ? [outcome.record] : []));
		const image = picture && first ? await resultPicture(first, picture) : undefined;
		const {passedOver} = inputs;
		const {passedOver: unopened} = surroundings.context.messages.plain;
		if (passedOver.length > 0) here.warn(unopened(passedOver.map(unopenedName)));
		const result = answered([printed(), warnings()], outcomes.length === 0);
		return image
			? {...result, content: [...result.content, {type: 'image', data: image, mimeType: 'image/png'}]}
			: result;
	},

	async validate({text, documents}, surroundings) {
		const words = ['validate', '--output-format', 'ndjson', ...(documents ? ['--documents', documents.join(',')] : [])];
		return await run(validate, surroundings, words, text);
	},

	async export({folder, output, format}, surroundings) {
		const asked = resolved([folder, output]);
		const refused = await refusal(surroundings, asked);
		if (refused) return refused;
		const words = ['export', `--from-dir=${asked[0]}`, `--output=${asked[1]}`, ...(format ? ['--format', format] : [])];
		return await run(exportRows, surroundings, words);
	},

	async status({folder}, surroundings) {
		const {context, version, roots} = surroundings;
		const asked = folder === undefined ? undefined : resolve(folder);
		const refused = asked === undefined ? undefined : await refusal(surroundings, [asked]);
		if (refused) return refused;
		const {credentials} = await accountOf(context);
		const problems: string[] = [];
		const kept =
			asked === undefined
				? undefined
				: await fromFolders([asked], context).catch(error => {
						const {code, details} = toAppError(error);
						if (code !== 'NOTHING_TO_EXPORT') problems.push(errorText(code, details, context.messages).message);
						return undefined;
					});
		problems.push(...(kept?.problems ?? []));
		const records = [...(kept?.records ?? [])];
		const count = (status: string) => records.filter(({passport}) => passport.status === status).length;
		const state = {
			version,
			roots,
			paid_service_set_up: credentials !== undefined,
			...(folder === undefined
				? {}
				: {
						folder,
						read: records.length,
						clean: count('clean'),
						check: count('check'),
						not_read: kept?.notRead.length ?? 0,
						...(problems.length > 0 ? {problems} : {}),
					}),
		};
		return said(jsonText(state));
	},
};

/** Carries a tool out. */
export const callTool = <Name extends ToolName>(
	name: Name,
	input: ToolInput<Name>,
	surroundings: ToolSurroundings,
): Promise<ToolResult> => tools[name](input, surroundings);
