/**
 * Where the programs that tests start keep what V8 compiled: in one folder of the run, so that it is compiled once and not
 * by each of hundreds. Empty where the tests were started otherwise: then it is below the home of each.
 */
export const codeCache: {readonly XDG_CACHE_HOME: string} = {XDG_CACHE_HOME: process.env.TEST_CODE_CACHE ?? ''};
