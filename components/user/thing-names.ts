import { createContext } from "preact";
import type { Thing, ThingName } from "../../lib/directory/thing.ts";

/** The name of a thing as far as known: undefined while it is being requested, and where it is never requested. */
export type NameOf = (thing: Thing) => ThingName | undefined;

/**
 * The names of things that a record mentions by ID. A record itself names some (`nameInRecord`); card and side panel
 * provide the rest.
 */
export const ThingNames = createContext<NameOf>(() => undefined);
