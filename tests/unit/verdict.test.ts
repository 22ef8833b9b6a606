import { describe, expect, it } from "vitest";
import { dana, greta, samir } from "../../components/testing/sample-cases.ts";
import { ada } from "../../components/testing/sample-users.ts";
import { type Matter, verdictOf } from "../../components/user/verdict.ts";
import type { User } from "../../lib/keycard/index.ts";
import { rows } from "./markdown.ts";

const kinds = (user: User) => verdictOf(user)?.matters.map(({ kind }) => kind);

const disabled: User = { ...ada, status: "disabled", session_count: 0 };
const { authenticated_at: _, ...neverIn } = { ...ada, session_count: 0 };

/** Users that have this matter first, or after "Disabled". */
const WITH: Record<Matter["kind"], User> = {
  disabled,
  unknown_status: { ...ada, status: "suspended" },
  sessions_active: { ...disabled, session_count: 1, activeSessions: 1 },
  sessions_counted: { ...disabled, session_count: 1 },
  managed: samir,
  provider_deleted: greta,
  no_sign_in: neverIn,
};

describe("the table of docs/verdict.md", () => {
  const table = rows("docs/verdict.md", "Facts").map(([kind = "", words]) => ({
    kind: kind.replaceAll("`", ""),
    words,
  }));

  it("has every matter", () => {
    expect(new Set(table.map(({ kind }) => kind))).toEqual(new Set(Object.keys(WITH)));
  });

  it.each(table)("$kind: $words", ({ kind, words }) => {
    const user = WITH[kind as Matter["kind"]];
    expect(kinds(user)).toContain(kind);
    const isBehind = kind.startsWith("sessions_");
    expect(verdictOf(user)?.sentence).toBe(isBehind ? `Disabled: can’t sign in. ${words}` : words);
  });

  it("has them in order", () => {
    const { authenticated_at: _, provider_id: __, ...worst } = { ...dana, credentials: [] };
    const place = (kind: string) => table.findIndex((row) => row.kind === kind);
    for (const told of [
      kinds({ ...worst, session_count: 0 }),
      kinds({ ...worst, status: "suspended", session_count: 0 }),
      kinds({ ...dana, activeSessions: 1 }),
      kinds({ ...dana, session_count: 2 }),
    ]) {
      const places = told?.map(place) ?? [];
      expect(places.length).toBeGreaterThanOrEqual(3);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });
});
