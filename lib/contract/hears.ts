import { nameIn, paramsIn } from "./envelope.ts";

/** One function for each message that must be heard; `Told` maps names to parameters. One that is forgotten does not compile. */
export type Hears<Told> = { [N in keyof Told]: (told: Told[N]) => void };

/**
 * Hands a message on as it came, to the one who hears it: for what only the background can have sent.
 *
 * @param hears one function for each message, typed as {@link Hears}
 * @returns whether somebody hears it
 */
export function handOn(hears: object, message: unknown): boolean {
  const name = nameIn(hears, message);
  if (name === undefined) return false;
  (hears[name] as (told: object) => void)(paramsIn(message));
  return true;
}
