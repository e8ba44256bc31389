/** Of our own member of a sidecar; a file with a higher number was written by a later version and is left alone. */
export const jsonVersion = 1;
