import {Box} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {type TypingPlace, typingPlace} from '../../session/typing/typing-place.ts';
import {messages} from '../../text/index.ts';
import {footerHints} from '../keys/footer.ts';
import {bodyRows, messageRows, statusRows} from '../layout/layout.ts';
import {cutSpans, type Spans, span, spansWidth, wrapSpans} from '../layout/spans.ts';
import {cutStart, width} from '../layout/width.ts';
import type {ShownState} from '../shown-state.ts';
import {signs} from '../theme.ts';
import {Line, Lines, ScreenColumns} from './line.tsx';

type Props = {
	readonly state: ShownState;
	readonly title: string;
	/** What the screen is about: a file, a folder. Cut at its start when the row is narrow. */
	readonly subject?: string;
	readonly right?: Spans;
	readonly status: Spans;
	readonly children: ReactNode;
};

/** What is typed where things are said. */
const statusTyping: ReadonlySet<TypingPlace | undefined> = new Set(['trip', 'path', 'columnText'] as const);

/** Every screen: where am I, the body, what is to be said of it, the keys that work now. No box: it would cost two columns. */
export function Frame({state, title, subject = '', right = [], status, children}: Props): ReactElement {
	const {columns, rows} = state.size;
	const text = messages(state.language);
	const rule = <Line spans={[span(signs.rule.repeat(columns), {dim: true})]} />;
	const typed = statusTyping.has(typingPlace(state)) && !state.notice;
	const said = wrapSpans(status, columns - 2, typed ? statusRows(state.size) : messageRows);
	const free = statusRows(state.size);
	const isLong = said.length > free && said[free]!.length > 0;
	const shown = isLong ? said : said.slice(0, free);
	return (
		<ScreenColumns.Provider value={columns}>
			<Box width={columns} height={rows} flexDirection="column">
				<Line spans={headerSpans(state, title, subject, right)} />
				{rule}
				<Box width={columns} height={bodyRows(state.size)} flexDirection="column" overflowY="hidden">
					{children}
				</Box>
				{isLong ? null : rule}
				<Lines rows={shown.map(spans => [span(' '), ...spans])} />
				<Line
					spans={footerHints(state, text, columns - 1).flatMap((hint, index) => [
						span(index === 0 ? ' ' : '  '),
						span(hint.keys, {bold: true}),
						span(` ${hint.text}`, {dim: true}),
					])}
				/>
			</Box>
		</ScreenColumns.Provider>
	);
}

function headerSpans(state: ShownState, title: string, subject: string, right: Spans): Spans {
	const {columns} = state.size;
	const text = messages(state.language).app;
	const product = ` ${text.product} `;
	const language = span(right.length > 0 ? `   ${text.languageShort} ` : `${text.languageShort} `, {dim: true});
	const about = subject === '' ? 1 : 4 + width(subject);
	const isRoomy = width(product) + 1 + width(title) + about + spansWidth(right) + width(language.text) <= columns;
	const left = [span(isRoomy ? product : '', {dim: true}), span(` ${title}`, {bold: true})];
	// The language stays: a user who cannot read the rest looks for it.
	const end = [...cutSpans(right, Math.max(0, columns - spansWidth(left) - width(language.text) - 1)), language];
	const room = columns - spansWidth(left) - spansWidth(end) - 4;
	const shown = room > 3 && subject !== '' ? `  ${cutStart(subject, room)}` : '';
	const gap = Math.max(1, columns - spansWidth(left) - width(shown) - spansWidth(end));
	return [...left, span(shown), span(' '.repeat(gap)), ...end];
}
