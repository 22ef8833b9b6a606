import { nameIn, paramsIn } from "./envelope.ts";

/** One handler for each message; `Told` maps names to parameters. A missing one doesn't compile. */
export type Hears<Told> = { [N in keyof Told]: (told: Told[N]) => void };

/**
 * Passes a message to its handler without validation: for messages that only the background can have sent.
 *
 * @param hears one handler for each message, typed as {@link Hears}
 * @returns whether there is a handler
 */
export function handOn(hears: object, message: unknown): boolean {
  const name = nameIn(hears, message);
  if (name === undefined) return false;
  (hears[name] as (told: object) => void)(paramsIn(message));
  return true;
}
