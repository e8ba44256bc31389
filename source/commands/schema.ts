import {actionOf} from '../command-line/action.ts';
import type {Command} from '../command-line/context.ts';
import {exitCodes} from '../core/errors.ts';
import {jsonText} from '../core/records/json/json-text.ts';
import {allSchemas, type SchemaName, schemaOf} from '../output/schemas.ts';

/** `schema [recognize|brief|validate|export|error]`: what is printed, as a JSON Schema. Without a name all of them. */
export const schema: Command = async ({args, out}) => {
	const name = actionOf(args);
	out(`${jsonText(name === undefined ? allSchemas() : schemaOf(name as SchemaName))}\n`);
	return exitCodes.ok;
};
