import {AppError} from '../core/errors.ts';
import type {Environment} from './context.ts';
import {badValue} from './unknown-name.ts';

/** One of `of` equal parts of the work; `part` is from 1. */
export type Shard = {readonly part: number; readonly of: number};

const whole = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;

/**
 * Where systems that run one command many times say which of them this is: a Slurm array (its indices may begin
 * anywhere), a Kubernetes indexed Job (from 0; the count is set in the manifest), an AWS Batch array, and any other by
 * SHARD_INDEX, from 0, and SHARD_COUNT.
 */
const systems: readonly ((env: Environment) => readonly [index: number | undefined, of: number | undefined])[] = [
	env => {
		const first = whole(env.SLURM_ARRAY_TASK_MIN) ?? 0;
		const step = whole(env.SLURM_ARRAY_TASK_STEP) || 1;
		const id = whole(env.SLURM_ARRAY_TASK_ID);
		return [id === undefined ? undefined : (id - first) / step, whole(env.SLURM_ARRAY_TASK_COUNT)];
	},
	env => [whole(env.JOB_COMPLETION_INDEX), whole(env.JOB_COMPLETIONS) ?? whole(env.SHARD_COUNT)],
	env => [whole(env.AWS_BATCH_JOB_ARRAY_INDEX), whole(env.AWS_BATCH_JOB_ARRAY_SIZE) ?? whole(env.SHARD_COUNT)],
	env => [whole(env.SHARD_INDEX), whole(env.SHARD_COUNT)],
];

/** What the environment says of it, for a message: `SHARD_INDEX=2, SHARD_COUNT=2`. */
const saidIn = (env: Environment): string =>
	Object.entries(env)
		.filter(([name]) => /^(SLURM_ARRAY_TASK_|JOB_COMPLETION|AWS_BATCH_JOB_ARRAY_|SHARD_(INDEX|COUNT)$)/.test(name))
		.map(([name, value]) => `${name}=${value}`)
		.join(', ');

/**
 * The part of the work that `--shard` asks for: `I/N` with I from 1, or `auto`, which takes it from the environment.
 *
 * @throws AppError USAGE {problem: 'bad-value'} for a part beyond the last; {problem: 'no-shard', found} where the
 * environment does not say it
 */
export function shardNamed(value: string, env: Environment): Shard {
	if (value !== 'auto') {
		const [part = 1, of = 1] = value.split('/').map(Number);
		if (part > of) throw badValue('shard', value);
		return {part, of};
	}
	for (const system of systems) {
		const [index, of] = system(env);
		if (index === undefined || of === undefined) continue;
		if (Number.isInteger(index) && index >= 0 && index < of) return {part: index + 1, of};
	}
	throw new AppError('USAGE', {problem: 'no-shard', for: 'recognize', found: saidIn(env)});
}

/** Every `of`-th item, so that the parts are of one length; all of them without a shard. */
export const shardOf = <T>(items: readonly T[], shard: Shard | undefined): readonly T[] =>
	shard === undefined ? items : items.filter((_, index) => index % shard.of === shard.part - 1);
