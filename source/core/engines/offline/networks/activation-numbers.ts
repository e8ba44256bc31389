import type {Activation} from './steps.ts';

/** What the kernel's functions are given: which activation, and its two numbers. A swish follows as a step of its own. */
export function activationNumbers(activation: Activation | undefined): readonly [number, number, number] {
	if (activation?.kind === 'bounds') return [1, activation.least, activation.most];
	if (activation?.kind === 'hard-swish') return [2, activation.scale, activation.shift];
	return [0, 0, 0];
}
