import type { Belongings, Owned } from "../../lib/directory/belongings.ts";
import type { Thing } from "../../lib/directory/thing.ts";
import type { Grant, Session } from "../../lib/keycard/index.ts";
import { ada } from "./sample-users.ts";

/** Sessions for fixtures and tests. */
export const adaSessions: Owned<Session>[] = [
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
  {
    id: "s2",
    user_id: ada.id,
    status: "active",
    created_at: "2026-10-20T08:00:00Z",
    user_agent_id: "ua1",
    metadata: { name: "Safari" },
  },
];

export const adaGrants: Owned<Grant>[] = [
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

/** Grants that are over. */
export const endedGrants: Owned<Grant>[] = [
  {
    id: "g5",
    user_id: ada.id,
    resource_id: "res2",
    scopes: ["kb:read"],
    status: "expired",
    created_at: "2026-06-02T10:00:00Z",
    expires_at: "2026-10-11T09:00:00Z",
  },
  { id: "g6", user_id: ada.id, resource_id: "res2", scopes: [], status: "revoked" },
];

/** Grants that are renewed: one has an expired token, which the API can report as active or expired. */
export const renewingGrants: Owned<Grant>[] = [
  {
    id: "g3",
    user_id: ada.id,
    resource_id: "res1",
    scopes: ["tickets:read"],
    status: "active",
    created_at: "2026-08-01T10:00:00Z",
    expires_at: "2026-12-20T09:00:00Z",
    refresh_token_set: true,
    refreshed_at: "2026-10-30T09:00:00Z",
  },
  {
    id: "g4",
    user_id: ada.id,
    resource_id: "res2",
    scopes: ["kb:read"],
    status: "expired",
    created_at: "2026-08-02T10:00:00Z",
    expires_at: "2026-11-02T09:00:00Z",
    refresh_token_set: true,
  },
];

const NAMES: Record<string, string> = {
  app1: "Support Copilot",
  ua1: "Safari",
  res1: "Ticket archive",
  res2: "Knowledge base",
};

export const nameOf = ({ id }: Thing) => NAMES[id] ?? `Name of ${id}`;

/** @param missing why it isn't complete; by default it is */
export function listed<T>(
  items: Owned<T>[],
  missing: { partial?: boolean; unread?: number } = {},
): Belongings<T> {
  return { state: "listed", items, partial: false, unread: 0, ...missing, asOf: Date.now() };
}
