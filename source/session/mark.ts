/** What a mark says of a passport, a field or a picture. */
export type Mark = 'good' | 'look' | 'bad' | 'edited' | 'open' | 'skipped' | 'expired' | 'tooShort';
