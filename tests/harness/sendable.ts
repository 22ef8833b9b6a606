/** A function that is sent to a document as text: it is self-contained, and its parameters and result are JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a function's parameters are checked where it is passed, by `Parameters`.
export type Sendable = (...args: any[]) => unknown;

/** The result of one. */
export type Sent<F extends Sendable> = Promise<Awaited<ReturnType<F>>>;

/**
 * The text of such a function. tsx calls a helper for each named function in it (esbuild's `keepNames`), which exists only
 * in Node's own world.
 */
export function textOf(run: Sendable): string {
  return `(...args) => { const __name = (of) => of; return (${run})(...args); }`;
}
