/** What a session needs of the journal: loaded together, once something is to be noted or looked for. */
export {removeJournal} from './file.ts';
export {forgetOld, latestBatch, resumeBatch, withPictures} from './latest.ts';
export {recentFolders} from './recent-folders.ts';
export {between, wholeReview} from './write-entries.ts';
export {createJournal} from './writer.ts';
