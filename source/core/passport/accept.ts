/**
 * The thresholds of the accept rule, in one place so that they can be calibrated against a measured corpus.
 * Margins are nats (natural log odds), as the engine gives them.
 */
export const accept = {
	/** Every character of line 1 of a TD3 zone must be read at least this clearly for its names to count as read clearly. */
	nameMargin: 2,
	/** Nationality and issuing state: no check digit protects them. */
	codeMargin: 2,
	sexMargin: 2,
	typeMargin: 2,
	/** Characters of a number whose misreading no check digit sees. */
	blindMargin: 2,
	/** From here on a raw reading is confident: a change against it must be to a known look-alike. */
	confident: 2,
	/** Under this, digits or grammar put a character where the eye saw another, or nothing: no proof, whatever the digits say. */
	guessed: -1,
	/** Nats that the second network's doubt is taken lighter than the first one's: it reads a little worse. */
	secondCredit: 2,
	/** A repair of ours against a character that was read more clearly than this stays doubtful. */
	repairMargin: 6,
	/** A printed value read less clearly than this contradicts nothing. */
	printedMargin: 1,
	/** The second-best line 2 that satisfies every check digit must be this far behind. */
	runnerUp: 1,
} as const;
