import {type ExportContent, exportOf} from '../../../source/core/export/write.ts';
import type {PassportRecord} from '../../../source/core/records/record.ts';

/** All parts of a file as one. */
export async function together(parts: Iterable<string> | AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Buffer[] = [];
	for await (const part of parts) all.push(Buffer.from(part as Uint8Array));
	return Buffer.concat(all);
}

/** The whole content of an export, as text where the format is text, and its number of rows. */
export async function contentOf(records: readonly PassportRecord[], options: ExportContent) {
	const {content, rows} = exportOf(records, options);
	const bytes = await together(content());
	return {content: options.format === 'excel' ? bytes : bytes.toString('utf8'), rows};
}
