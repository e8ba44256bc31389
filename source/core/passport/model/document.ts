/** Whose reading it is. */
export type EngineName = string;

/** ICAO 9303 document shapes by their machine-readable zone: lines x characters. */
export type DocumentShape = 'TD3' | 'TD2' | 'TD1' | 'MRV-A' | 'MRV-B';
