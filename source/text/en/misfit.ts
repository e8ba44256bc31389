import type {ExportWords} from '../../core/export/words.ts';

export const misfit: ExportWords['misfit'] = (misfit, path) => {
	const {name, line, column, value} = misfit;
	const place = `${path}, line ${line}, column ${column}: ${name}`;
	switch (misfit.code) {
		case 'empty':
			return `${place} is missing`;
		case 'no-date':
			return `${place} is not a full date: ${value}`;
		case 'no-code':
			return `${place} has no such code: ${value}`;
		case 'not-latin':
			return `${place} has letters that Latin ones cannot spell: ${value}`;
		case 'not-mapped':
			return `${place} has no counterpart for ${value === '' ? 'an empty value' : value}`;
		case 'too-long':
			return `${place} is too long for its ${misfit.room} characters: ${value}`;
		case 'line-length':
			return `${path}: the line has ${value} instead of ${misfit.room} characters`;
	}
};
