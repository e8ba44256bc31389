/**
 * The thresholds of the accept rule, in one place so that they can be calibrated against a measured corpus.
 * Margins are nats (natural log odds), as the engine gives them.
 */
export const thresholds = {
	/** Every character of line 1 of a TD3 MRZ must be read at least this clearly for its names to count as read clearly. */
	nameMargin: 3.25,
	/** The same of cards and visas: at 3.25, one of 1,000 names that were proven was wrong. */
	otherNameMargin: 4,
	/** Nationality and issuing state: no check digit protects them. */
	codeMargin: 3,
	sexMargin: 3,
	/** A filler at the place of the sex is a printed one, not what is left of a letter. */
	fillerMargin: 6,
	typeMargin: 3,
	/** Characters of a number whose misreading no check digit sees. */
	blindMargin: 3,
	/** The same of cards and visas: no form of their issuer rules a misreading out. At 3, an F in 500 visas was a P. */
	otherBlindMargin: 4,
	/** From here on a raw reading is confident: a change against it must be to a known look-alike. */
	confident: 2,
	/** Under this, digits or grammar put a character where the eye saw another, or nothing: no proof, whatever the digits say. */
	guessed: -1,
	/** A check digit says which of ten one character is. Two of its stretch that were read no better than this leave it open. */
	open: 1,
	/** The same beside a character that the digit itself decided against the eye. */
	openBeside: 4,
	/** A character of which the second network is not as sure as this is disputed: what is left of its margin at most, */
	agreed: 0.4,
	disputed: 2,
	/** unless the first one is as sure as this. */
	beyondDispute: 6,
	/** Share of the second network's margin that counts; its doubt counts up to this many of its nats. */
	secondWeight: 1 / 3,
	secondDoubt: 9,
	/**
	 * A letter that another one turns into where ink is lost, or another round one (C, D, G, O, Q), when that other one is
	 * likely too: worn type, or the ring of a stamp over it.
	 */
	wornMargin: 4.8,
	/** The same of an O, which has nothing to lose: the others are taken for it less often. */
	ringMargin: 3.5,
	/** A repair against a character that was read more clearly than this stays doubtful. */
	repairMargin: 6,
	/** A printed value read less clearly than this contradicts nothing. */
	printedMargin: 1,
	/** A printed value whose characters are all read more clearly than this is no misreading of a look-alike. */
	printedClear: 2.5,
	/** A value that only the page prints, where each character is read as clearly as this: two to one against any other. */
	printedOnlyMargin: Math.log(2),
	/** The second-best line 2 that satisfies every check digit must be this far behind. */
	runnerUp: 1,
} as const;
