/** Returns a function that computes its answer once for each object, and keeps it as long as the object lives. */
export function onceForEach<Item extends object, Answer>(compute: (item: Item) => Answer): (item: Item) => Answer {
	const known = new WeakMap<Item, {readonly answer: Answer}>();
	return item => {
		const before = known.get(item);
		if (before) return before.answer;
		const answer = compute(item);
		known.set(item, {answer});
		return answer;
	};
}

/** Returns a function of texts that computes an answer once, and keeps so many of the latest. */
export function onceForTexts<Texts extends readonly string[], Answer>(
	compute: (...texts: Texts) => Answer,
	most = 5000,
): (...texts: Texts) => Answer {
	const known = new Map<string, Answer>();
	return (...texts) => {
		const key = texts.join('\0');
		const before = known.get(key);
		if (before !== undefined || known.has(key)) return before as Answer;
		const answer = compute(...texts);
		if (known.size >= most) known.clear();
		known.set(key, answer);
		return answer;
	};
}

/** Returns a function that keeps its last answer: asked again with the same parts, it computes nothing. */
export function lastAnswer<Parts extends readonly unknown[], Answer>(
	compute: (...parts: Parts) => Answer,
): (...parts: Parts) => Answer {
	let known: {readonly parts: Parts; readonly answer: Answer} | undefined;
	return (...parts) => {
		if (!known || known.parts.some((part, index) => part !== parts[index])) known = {parts, answer: compute(...parts)};
		return known.answer;
	};
}
