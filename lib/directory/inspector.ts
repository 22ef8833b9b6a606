import type { Grant, Session } from "../keycard/index.ts";
import type { NamesParts } from "./ask-names.ts";
import { type Belongings, readGrants, readSessions } from "./belongings.ts";
import { createNames, type Names } from "./names.ts";
import { createListNarrowables, type ListNarrowables } from "./narrowables.ts";

/**
 * What can be read about a person beyond the record, and about the zone. Each part fails by itself. Nothing about
 * people is cached.
 */
export interface Inspector {
  sessions(owner: string): Promise<Belongings<Session>>;
  grants(owner: string): Promise<Belongings<Grant>>;
  names: Names;
  /** What a search in this zone can be narrowed to. */
  narrowables: ListNarrowables;
}

export function createInspector(parts: NamesParts): Inspector {
  return {
    sessions: (owner) => readSessions(parts, owner),
    grants: (owner) => readGrants(parts, owner),
    names: createNames(parts),
    narrowables: createListNarrowables(parts),
  };
}
