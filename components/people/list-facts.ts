import { createContext } from "preact";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { NameOf } from "../user/thing-names.ts";

/** What is known in addition to a list's lines. */
export interface ListFacts {
  /** The zone that was queried; undefined until it has answered. */
  zone: ZoneRef | undefined;
  nameOf: NameOf;
}

/** The same, for components that draw a line. */
export const ListContext = createContext<ListFacts>({ zone: undefined, nameOf: () => undefined });
