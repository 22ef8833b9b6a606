import { createContext } from "preact";
import type { Thing, ThingName } from "../../lib/directory/thing.ts";

/** What a thing is called as far as is known: undefined while that is asked for, and where nobody asks. */
export type NameOf = (thing: Thing) => ThingName | undefined;

/**
 * The names of things that a record mentions by ID. A record names some itself (`nameInRecord`); card and side panel
 * provide the others.
 */
export const ThingNames = createContext<NameOf>(() => undefined);
