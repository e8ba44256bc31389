// Words that WebAssembly text is written with, and how it becomes a module.

import wabt from 'wabt';

export const get = name => `(local.get $${name})`;

export const set = (name, value) => `(local.set $${name} ${value})`;

export const int = value => `(i32.const ${value})`;

const joined = (operation, of) => of.reduce((left, right) => `(${operation} ${left} ${right})`);

/** The sum of addresses or counts. */
export const add = (...of) => joined('i32.add', of);

export const product = (one, other) => `(i32.mul ${one} ${other})`;

/** One operation on numbers in double precision. */
export const f64 = (operation, ...of) => `(f64.${operation} ${of.join(' ')})`;

/** Counts a local from zero, at least once. `step` and `end` are text. */
export const count = (name, step, end, body) => `
	${set(name, int(0))}
	(loop $next-${name}
		${body}
		(br_if $next-${name} (i32.lt_u (local.tee $${name} ${add(get(name), step)}) ${end})))`;

export const each = (name, end, body) => count(name, int(1), end, body);

/** A module as bytes. @param features Of WebAssembly, by their names in wabt */
export const moduleOf = async (fields, features) => {
	const {parseWat} = await wabt();
	const parsed = parseWat('module.wat', `(module ${fields})`, features);
	try {
		parsed.validate(features);
		return parsed.toBinary({}).buffer;
	} finally {
		parsed.destroy();
	}
};
