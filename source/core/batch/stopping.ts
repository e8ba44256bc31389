import {AppError, isTrouble, mayBeCharged} from '../errors.ts';
import type {Failure, Outcome} from '../records/record.ts';
import type {BatchPhase} from './batch-handle.ts';
import type {BatchOptions} from './batch-options.ts';
import type {BatchItem} from './item.ts';
import {createOutage} from './outage.ts';

/** Reports how a call ended that has begun. */
export type Answered = ReturnType<ReturnType<typeof createOutage>['begin']>;

/** The failure as shown to the user once no further picture is begun. */
const errorOf = ({code, details}: Failure) => new AppError(code as AppError['code'], {...details, batch: 'stopped'});

/** Stops a batch where what a picture failed at would meet the next one too. */
export function createStopping({
	stops,
	phase,
	stop,
}: {
	readonly stops: NonNullable<BatchOptions['stops']>;
	readonly phase: () => BatchPhase;
	readonly stop: (item: BatchItem, error: AppError) => void;
}) {
	const outage = createOutage();
	/** Failed with what stopped the batch: they were not tried, really, and wait with the others. */
	const untried = new Set<string>();
	return {
		begin: outage.begin,
		/** What became of a picture. */
		finished(item: BatchItem, outcome: Outcome, answered: Answered | undefined): void {
			const failed = outcome.kind === 'failed' ? errorOf(outcome.failure) : undefined;
			const {isGone = false, broken} = answered?.(item.path, failed) ?? {};
			const error = broken ?? failed;
			if (!failed || !error) return;
			const isUnpaid = error.code === 'SERVICE_BROKEN' || (isTrouble(error) && !mayBeCharged(error));
			const late = phase() === 'stopped' && isUnpaid;
			if (phase() === 'cancelled' || !(late || stops(error, isGone))) return;
			// Never what may have been charged: that is read again only where a person asks for that picture.
			for (const path of isUnpaid ? outage.paths() : [item.path]) untried.add(path);
			stop(item, error);
		},
		/** The pictures to try again, the one that failed last first; all that was seen of the service is forgotten. */
		takeUntried(): readonly string[] {
			const paths = [...untried].reverse();
			untried.clear();
			outage.forget();
			return paths;
		},
		/** The same of one picture. */
		forget(path: string): void {
			untried.delete(path);
			outage.forget(path);
		},
	};
}
