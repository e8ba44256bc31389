import {engines} from '../core/engines/registry.ts';
import type {Settings} from '../core/settings/stored.ts';
import {type CommandName, type OptionName, optionsOf} from './options.ts';
import {type Arguments, isFit} from './parse.ts';

/** Options whose usual value may be stored, besides the language. */
export const storedOptions = [
	'engine',
	'documents',
	'dates',
	'valid-for',
	'index',
] as const satisfies readonly OptionName[];

/**
 * Whether a value may be stored for an option. An engine that sends pictures away may not: to name it in the command is
 * to agree to that.
 */
export const isStorable = (name: OptionName, value: string): boolean =>
	isFit('', name, value) && !(name === 'engine' && engines.some(({id, remote}) => id === value && remote));

/** The arguments with what is stored for options that were not given. */
export function withDefaults(args: Arguments, {defaults = {}}: Settings): Arguments {
	const allowed = optionsOf(args.command as CommandName);
	const values = new Map(args.values);
	for (const name of storedOptions) {
		const value = defaults[name];
		if (value === undefined || values.has(name) || !allowed.includes(name) || !isStorable(name, value)) continue;
		values.set(name, [value]);
	}
	return {...args, values};
}
