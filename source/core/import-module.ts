/** Imports a module whose name or address is known only when it runs. */
export const importModule = async (address: string): Promise<unknown> => await import(address);
