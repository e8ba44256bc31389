import {describe, expect, it} from 'vitest';
import {createTwoEngines} from '../../../source/core/engines/two-engines.ts';
import {AppError} from '../../../source/core/errors.ts';
import {judge} from '../../../source/core/passport/judge/judge.ts';
import type {Reading} from '../../../source/core/passport/model/reading.ts';
import {fakeEngine} from '../../support/fake-engine.ts';
import {mrz, reading, today} from '../../support/records.ts';

const picture = {path: 'a.jpg', sha256: 'a', bytes: new Uint8Array(), format: 'jpeg', pages: 1, page: 1} as const;

const here = reading();
const cloud: Reading = {...reading(), engine: 'xiangyun'};

const readBoth = async (offline: () => Reading, far: () => Reading) => {
	const engine = createTwoEngines({
		local: fakeEngine({answer: offline}),
		remote: fakeEngine({id: 'xiangyun', answer: far}),
		today,
	});
	return (await engine.read(picture))[0];
};

const status = (one: Reading) => judge(one, {today}).status;
const proven = (one: Reading) =>
	judge(one, {today}).fields.filter(({evidence}) => ['verified', 'supported'].includes(evidence.level)).length;

describe('a page that both this computer and the cloud read', () => {
	it('shows the reading of this computer, where both are as well proven', async () => {
		const {engine, also} = await readBoth(
			() => here,
			() => cloud,
		);
		expect([engine, also?.map(one => one.engine)]).toEqual(['offline', ['xiangyun']]);
	});

	it('shows the one of which more fields are proven', async () => {
		const faint = reading(mrz, [[1, 20]]);
		expect(proven(faint)).toBeLessThan(proven(cloud));
		const worse = await readBoth(
			() => faint,
			() => cloud,
		);
		expect([worse.engine, worse.also?.[0]?.engine]).toEqual(['xiangyun', 'offline']);
	});

	it('shows a proven one before one in which as many fields are proven and something blocks', async () => {
		const blocked: Reading = {...here, issues: [{code: 'several-passports', blocks: true}]};
		expect([status(blocked), status(cloud), proven(blocked)]).toEqual(['check', 'clean', proven(cloud)]);
		expect(
			(
				await readBoth(
					() => blocked,
					() => cloud,
				)
			).engine,
		).toBe('xiangyun');
		const blockedFar: Reading = {...cloud, issues: [{code: 'several-passports', blocks: true}]};
		expect(
			(
				await readBoth(
					() => here,
					() => blockedFar,
				)
			).engine,
		).toBe('offline');
	});

	it('keeps what the cloud alone says, whichever reading is shown', async () => {
		const issue = {code: 'statement-differs', blocks: false} as const;
		const far: Reading = {...cloud, answer: {place_of_birth: 'ZENITH'}, issues: [issue]};
		const one = await readBoth(
			() => ({...here, issues: [{code: 'capitals', blocks: false}]}),
			() => far,
		);
		expect(one.answer).toEqual({place_of_birth: 'ZENITH'});
		expect(one.issues?.map(({code}) => code)).toEqual(['capitals', 'statement-differs']);
	});

	it('shows the cloud’s alone, where this computer found no passport', async () => {
		const none = () => {
			throw new AppError('NO_PASSPORT_FOUND');
		};
		expect(await readBoth(none, () => cloud)).toEqual(cloud);
	});

	it('fails as the cloud fails, because it was asked', async () => {
		const refused = () => {
			throw new AppError('CREDENTIALS_REFUSED');
		};
		await expect(readBoth(() => here, refused)).rejects.toMatchObject({code: 'CREDENTIALS_REFUSED'});
	});
});
