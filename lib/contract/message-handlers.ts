import { nameIn, paramsIn } from "./envelope.ts";

/** One handler for each message; `Told` maps names to parameters. A missing one doesn't compile. */
export type MessageHandlers<Told> = { [N in keyof Told]: (told: Told[N]) => void };

/**
 * Passes a message to its handler without validation: for messages that only the background can have sent.
 *
 * @param handlers one handler for each message, typed as {@link MessageHandlers}
 * @returns whether there is a handler
 */
export function dispatch(handlers: object, message: unknown): boolean {
  const name = nameIn(handlers, message);
  if (name === undefined) return false;
  (handlers[name] as (told: object) => void)(paramsIn(message));
  return true;
}
