/**
 * Finds the two lines of a passport's MRZ in the text of a whole page, as a program would that uses a general reader and
 * means to be fair to it: spaces and strange signs dropped, guillemets as fillers, the letters that fillers are taken
 * for put right in long runs, such runs made as long as the 44 characters ask for, and letters and digits exchanged
 * where a position allows only the other.
 */
export const findLines = text => {
	const lines = text
		.split('\n')
		.map(line =>
			line
				.toUpperCase()
				.replace(/[«»]/g, '<<')
				.replace(/[‹›]/g, '<')
				.replace(/[^A-Z0-9<]/g, ''),
		)
		.filter(line => line.length >= 30);
	const first = lines.findIndex(
		(line, index) => /^P[A-Z<]/.test(line) && line.includes('<') && index + 1 < lines.length,
	);
	if (first === -1) return undefined;
	return [fitNames(lines[first]), fitNumbers(lines[first + 1])];
};

const fitNames = line => {
	const name = line.replace(/<[<KCLESX]{3,}$/, '');
	return lettersOnly(name).padEnd(44, '<').slice(0, 44);
};

const fitNumbers = read => {
	const line = read.replace(/(?<=.{26})[<KCLES]{4,}/g, run => (run.includes('<') ? '<'.repeat(run.length) : run));
	const [run] = [...line.matchAll(/<+/g)].sort((a, b) => b[0].length - a[0].length);
	const length = run ? Math.max(0, run[0].length + 44 - line.length) : 0;
	const fitted = run ? line.slice(0, run.index) + '<'.repeat(length) + line.slice(run.index + run[0].length) : line;
	const parts = [
		fitted.slice(0, 9),
		digitsOnly(fitted.slice(9, 10)),
		lettersOnly(fitted.slice(10, 13)),
		digitsOnly(fitted.slice(13, 20)),
		fitted.slice(20, 21),
		digitsOnly(fitted.slice(21, 28)),
		fitted.slice(28, 42),
		digitsOnly(fitted.slice(42, 44)),
	];
	return parts.join('');
};

const exchanged = pairs => text => [...text].map(c => pairs[c] ?? c).join('');
const digitsOnly = exchanged({O: '0', D: '0', Q: '0', I: '1', L: '1', Z: '2', A: '4', S: '5', G: '6', T: '7', B: '8'});
const lettersOnly = exchanged({0: 'O', 1: 'I', 2: 'Z', 4: 'A', 5: 'S', 6: 'G', 7: 'T', 8: 'B'});
