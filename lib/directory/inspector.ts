import type { Grant, Session } from "../keycard/index.ts";
import type { NamesParts } from "./ask-names.ts";
import { type Belongings, readGrants, readSessions } from "./belongings.ts";
import { createNames, type Names } from "./names.ts";

/** What is told of a person beside the record. Each part fails by itself; nothing of people is kept. */
export interface Inspector {
  sessions(owner: string): Promise<Belongings<Session>>;
  grants(owner: string): Promise<Belongings<Grant>>;
  names: Names;
}

export function createInspector(parts: NamesParts): Inspector {
  return {
    sessions: (owner) => readSessions(parts, owner),
    grants: (owner) => readGrants(parts, owner),
    names: createNames(parts),
  };
}
