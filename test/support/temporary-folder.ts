import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

/** A new empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'passport-ocr-test-'));
	// What a session still keeps may come into the folder while it is removed: that is tried again.
	onTestFinished(() => rmSync(folder, {recursive: true, force: true, maxRetries: 5}));
	return folder;
}
