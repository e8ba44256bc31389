// Answers collected outside of this project, where a checkout has them beside it.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {parseAnswer} from '../../../../source/core/engines/xiangyun/answer.ts';
import {passportCard} from '../../../../source/core/engines/xiangyun/card.ts';
import {readingOf} from '../../../../source/core/engines/xiangyun/reading.ts';
import {AppError} from '../../../../source/core/errors.ts';
import {packagePath} from '../../../../source/core/package-root.ts';
import {judge} from '../../../../source/core/passport/judge/judge.ts';
import {today} from '../../../support/records.ts';

const folder = packagePath('..', 'shared', 'xiangyun', 'samples');
const samples = existsSync(folder) ? readdirSync(folder).filter(name => /^(?!upstream_|[A-Z_]+\.json)/.test(name)) : [];

/** What becomes of an answer: a status, or the code of an error. */
function outcomeOf(name: string): string {
	const answer = parseAnswer(readFileSync(join(folder, name), 'utf8'));
	if ('reason' in answer) return answer.reason;
	try {
		const reading = readingOf(passportCard(answer));
		const passport = judge(reading, {today});
		expect(JSON.stringify([passport, reading.answer])).not.toMatch(/\\u001b|\\u202e/);
		return passport.status;
	} catch (error) {
		if (error instanceof AppError) return error.code;
		throw error;
	}
}

/** By the beginning of their names, the longest that fits. */
const expected: Readonly<Record<string, string>> = {
	success_cn: 'clean',
	success_escaped: 'clean',
	success_newer: 'clean',
	success_old: 'clean',
	onprem_success: 'clean',
	// Nothing printed was read beside the lines.
	success: 'check',
	multi_card: 'check',
	variant: 'check',
	quirk_bad_check_digit: 'check',
	quirk_filler_as_letter: 'check',
	quirk_short_mrz: 'check',
	quirk_sex_letter: 'check',
	quirk: 'clean',
	wrong_document: 'OTHER_DOCUMENT',
	status13: 'NO_PASSPORT_FOUND',
	onprem_no_card: 'NO_PASSPORT_FOUND',
	negative_status: 'NO_PASSPORT_FOUND',
	'error_-1': 'NO_PASSPORT_FOUND',
	'error_-1_imageReconx': 'DAMAGED_IMAGE',
	'error_-2': 'SERVICE',
	'error_-3': 'QUOTA_USED_UP',
	'error_-4': 'CREDENTIALS_REFUSED',
	'error_-5': 'BALANCE_USED_UP',
	'error_-6': 'NO_PASSPORT_FOUND',
	'error_-8': 'SERVICE',
	'error_-99': 'SERVICE_BUSY',
	error_10001: 'SERVICE',
	error_10003: 'QUOTA_USED_UP',
	error_20001: 'CREDENTIALS_REFUSED',
	error_20003: 'SERVICE_BUSY',
	error_4: 'SERVICE',
	error_auth: 'CREDENTIALS_REFUSED',
	error_cardsinfo: 'NO_PASSPORT_FOUND',
	error_message_only: 'CREDENTIALS_REFUSED',
	error_no_message: 'BAD_RESPONSE',
	error_status_string: 'NO_PASSPORT_FOUND',
	http_200_empty: 'empty',
	http_200_truncated: 'cut',
	http: 'html',
};

const expectedOf = (name: string) =>
	expected[
		Object.keys(expected)
			.filter(start => name.startsWith(start))
			.sort((a, b) => b.length - a.length)[0] ?? ''
	];

describe.skipIf(samples.length === 0)('of the answers that were collected', () => {
	test.each(samples)('%s is what it should be', name => {
		expect(outcomeOf(name)).toBe(expectedOf(name));
	});
});
