import {createContext, useContext} from 'react';
import {toAscii} from '../theme.ts';

/** Whether only ASCII signs can be drawn. */
export const AsciiOnly = createContext(false);

const same = (text: string): string => text;

/** What turns text into what this terminal can draw. */
export const useDrawable = (): ((text: string) => string) => (useContext(AsciiOnly) ? toAscii : same);
