import type {Answer, AnswerName} from '../text/key-name.ts';

/** What is typed for each answer: the table of keys of this face. Sentences get their letters from it. */
export const answers = {
	yes: 'y',
	no: 'n',
	here: 'o',
	chosen: 'o',
	everyColumn: 'c',
	columns: 'c',
	both: 'b',
	newName: '2',
	documents: 'd',
	write: 'w',
	letters: '/l',
	accept: '/a',
	reject: '/x',
	skip: '/s',
	correct: '/e',
	fillIn: '/f',
	undo: '/u',
	trip: '/t',
	details: '/i',
	numbers: '/m',
	list: '/p',
	order: '/o',
	stop: '/q',
	help: '/?',
} as const satisfies Readonly<Record<Answer, string>>;

export const answerName: AnswerName = answer => answers[answer];
