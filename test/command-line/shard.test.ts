import {expect, test} from 'vitest';
import {shardNamed, shardOf} from '../../source/command-line/shard.ts';

test.each([
	[
		'an array of Slurm from 1',
		{SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '1'},
		3,
		8,
	],
	[
		'an array of Slurm from 0',
		{SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '0'},
		1,
		8,
	],
	[
		'an array of Slurm in steps',
		{
			SLURM_ARRAY_TASK_ID: '20',
			SLURM_ARRAY_TASK_COUNT: '3',
			SLURM_ARRAY_TASK_MIN: '0',
			SLURM_ARRAY_TASK_STEP: '10',
		},
		3,
		3,
	],
	['an indexed Job', {JOB_COMPLETION_INDEX: '7', SHARD_COUNT: '8'}, 8, 8],
	['an array of AWS Batch', {AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '2'}, 1, 2],
	['two variables', {SHARD_INDEX: '1', SHARD_COUNT: '2'}, 2, 2],
] as const)('auto: %s', (_title, env, part, of) => {
	expect(shardNamed('auto', env)).toEqual({part, of});
});

test.each([
	{},
	{SLURM_ARRAY_TASK_ID: '3'},
	{SHARD_INDEX: '2', SHARD_COUNT: '2'},
	{SHARD_INDEX: '-1', SHARD_COUNT: '2'},
	{SHARD_INDEX: 'one', SHARD_COUNT: 'two'},
])('auto without a part and a number of parts reads nothing: %j', env => {
	expect(() => shardNamed('auto', env)).toThrow(expect.objectContaining({code: 'USAGE'}));
});

test('what the environment has is named, and nothing else of it', () => {
	const env = {HOME: '/home/a', SLURM_ARRAY_TASK_ID: 'abc', SLURM_ARRAY_TASK_COUNT: '3', SHARD_KEY: 'x'};
	const found = 'SLURM_ARRAY_TASK_ID=abc, SLURM_ARRAY_TASK_COUNT=3';
	expect(() => shardNamed('auto', env)).toThrow(
		expect.objectContaining({details: expect.objectContaining({problem: 'no-shard', found})}),
	);
});

test('the parts of every system share the work out without rest or overlap', () => {
	const items = Array.from({length: 11}, (_, index) => index);
	const parts = [0, 1, 2].map(index => shardNamed('auto', {SHARD_INDEX: String(index), SHARD_COUNT: '3'}));
	expect(parts.flatMap(shard => shardOf(items, shard)).sort((a, b) => a - b)).toEqual(items);
	expect(shardOf(items, undefined)).toEqual(items);
	expect(shardNamed('2/3', {})).toEqual({part: 2, of: 3});
});
