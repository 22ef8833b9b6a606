import type { Grant, Session } from "../keycard/index.ts";
import { type Belongings, type BelongingsParts, readGrants, readSessions } from "./belongings.ts";
import { createNames, type Names } from "./names.ts";

/** What the side panel tells of a person beside the record. Each part fails by itself; nothing of people is kept. */
export interface Inspector {
  sessions(owner: string): Promise<Belongings<Session>>;
  grants(owner: string): Promise<Belongings<Grant>>;
  names: Names["of"];
}

export function createInspector(parts: BelongingsParts): Inspector {
  return {
    sessions: (owner) => readSessions(parts, owner),
    grants: (owner) => readGrants(parts, owner),
    names: createNames(parts).of,
  };
}
