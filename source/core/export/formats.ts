import {extname} from 'node:path';

export const exportFormats = ['excel', 'csv', 'json'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** The extension that each format's file has. */
export const extensions: Readonly<Record<ExportFormat, string>> = {excel: '.xlsx', csv: '.csv', json: '.json'};

/** The format that a file name asks for. */
export const formatOf = (path: string): ExportFormat | undefined =>
	exportFormats.find(format => extensions[format] === extname(path).toLowerCase());
