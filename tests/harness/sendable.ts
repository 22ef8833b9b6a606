/** A function that is sent to a document as text: it stands by itself, and takes and gives what JSON can say. */
// biome-ignore lint/suspicious/noExplicitAny: what a function takes is checked where it is handed over, by `Parameters`.
export type Sendable = (...args: any[]) => unknown;

/** What comes back of one. */
export type Sent<F extends Sendable> = Promise<Awaited<ReturnType<F>>>;
