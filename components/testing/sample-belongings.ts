import type { Belongings } from "../../lib/directory/belongings.ts";
import type { Thing } from "../../lib/directory/thing.ts";
import type { Grant, Session } from "../../lib/keycard/index.ts";
import { ada } from "./sample-users.ts";

/** Sessions and grants for fixtures and tests. */
export const adaSessions: Session[] = [
  {
    id: "s1",
    user_id: ada.id,
    status: "active",
    authenticated_at: "2026-11-02T09:14:00Z",
    created_at: "2026-11-02T09:14:00Z",
    expires_at: "2026-12-20T09:00:00Z",
    application_id: "app1",
    metadata: { name: "Firefox on Linux" },
  },
  { id: "s2", user_id: ada.id, status: "active", created_at: "2026-10-20T08:00:00Z" },
];

export const adaGrants: Grant[] = [
  {
    id: "g1",
    user_id: ada.id,
    resource_id: "res1",
    scopes: ["tickets:read", "tickets:reply"],
    status: "active",
    created_at: "2026-09-01T10:00:00Z",
    updated_at: "2026-09-01T10:00:00Z",
    expires_at: "2026-12-20T09:00:00Z",
  },
  { id: "g2", user_id: ada.id, resource_id: "res2", scopes: [], status: "revoked" },
];

const NAMES: Record<string, string> = {
  app1: "Support Copilot",
  res1: "Ticket archive",
  res2: "Knowledge base",
};

export const nameOf = ({ id }: Thing) => NAMES[id] ?? `Name of ${id}`;

/** @param partial there may be more */
export function listed<T>(items: T[], partial = false): Belongings<T> {
  return { state: "listed", items, partial, asOf: Date.now() };
}
