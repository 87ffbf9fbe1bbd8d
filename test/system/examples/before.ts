/** The examples run from the sources: there is nothing to build. */
export function before(): void {}
