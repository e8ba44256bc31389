import {engines} from '../core/engines/registry.ts';
import type {Settings} from '../core/settings/stored.ts';
import {type CommandName, type OptionName, options, optionsOf} from './options.ts';
import {type Arguments, isFit} from './parse.ts';

/** Options whose usual value may be stored, besides the language; for flags it is `on` or `off`. */
export const storedOptions = [
	'engine',
	'documents',
	'dates',
	'valid-for',
	'schengen',
	'no-printed',
	'index',
	'keep',
] as const satisfies readonly OptionName[];

export const switchValues: readonly string[] = ['on', 'off'];

/** A trip that is described in the command is described there alone. */
const replacedBy: Readonly<Partial<Record<OptionName, readonly OptionName[]>>> = {
	'valid-for': ['schengen'],
	schengen: ['valid-for'],
};

/** Whether options that were given leave no room for a stored value of this one. */
const isReplaced = (name: OptionName, given: Arguments['values']): boolean =>
	[name, ...(replacedBy[name] ?? []), ...(options[name].excludes ?? [])].some(one => given.has(one as OptionName));

/**
 * Whether a value may be stored for an option. An engine that sends pictures away may not: to name it in the command is
 * to agree to that.
 */
export const isStorable = (name: OptionName, value: string): boolean =>
	(options[name].type === 'flag' ? switchValues.includes(value) : isFit('', name, value)) &&
	!(name === 'engine' && engines.some(({id, remote}) => id === value && remote));

/** The arguments with what is stored for options that were not given. */
export function withDefaults(args: Arguments, {defaults = {}}: Settings): Arguments {
	const allowed = optionsOf(args.command as CommandName);
	const values = new Map(args.values);
	for (const name of storedOptions) {
		const value = defaults[name];
		if (value === undefined || !allowed.includes(name) || !isStorable(name, value)) continue;
		if (value === 'off' && options[name].type === 'flag') continue;
		if (!isReplaced(name, args.values)) values.set(name, options[name].type === 'flag' ? [] : [value]);
	}
	return {...args, values};
}
