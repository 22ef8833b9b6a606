import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { type NameOf, ThingNames } from "../user/thing-names.ts";

/** What is known beside a list's lines. */
export interface Beside {
  /** The zone that was asked; undefined until it has answered. */
  zone: ZoneRef | undefined;
  nameOf: NameOf;
}

/** The zone that a list's people were looked up in. */
export const ListedZone = createContext<ZoneRef | undefined>(undefined);

/** The same for the list that is being drawn. */
export const useBeside = (): Beside => ({
  zone: useContext(ListedZone),
  nameOf: useContext(ThingNames),
});
