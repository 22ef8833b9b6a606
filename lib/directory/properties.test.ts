import fc from "fast-check";
import { expect, test } from "vitest";
import type { Query } from "../query.ts";
import { fakeZone, person } from "./fake-zone.ts";
import { matches } from "./match.ts";

const id = (value: string): Query => ({ kind: "id", value });
const email = (value: string): Query => ({ kind: "email", value });

test("never the wrong person, and never absent for somebody who is there", async () => {
  const emails = fc.constantFrom(
    "a@example.com",
    "A@example.com",
    "aa@example.com",
    "b@example.com",
  );
  const user = fc.record({ id: fc.integer({ min: 0, max: 150 }), email: emails });
  const query = fc.oneof(
    emails.map(email),
    fc.integer({ min: 0, max: 150 }).map((n) => id(`user${n}`)),
  );
  const users = fc.uniqueArray(user, { maxLength: 150, selector: (u) => u.id, size: "max" });
  const mode = fc.constantFrom("filters", "ignores", "emails-only");
  await fc.assert(
    fc.asyncProperty(users, query, mode, async (drawn, asked, how) => {
      const all = drawn.map((u) => person(u.id, { email: u.email }));
      const answer = await fakeZone(all, how as "filters").directory.lookUp(asked);
      const there = all.some((u) => matches(u, asked));
      if (answer.state === "found")
        for (const u of answer.users) expect(matches(u, asked)).toBe(true);
      else expect(answer.state === "absent" && there).toBe(false);
    }),
    { numRuns: 60 },
  );
});
