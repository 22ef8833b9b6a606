import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReply } from "./any-reply.ts";
import { createBearer } from "./bearer.ts";
import { createKeycardClient } from "./client.ts";
import { fakeApi, still } from "./fake-api.ts";
import { userId, zoneId } from "./ids.ts";

const ZONE = zoneId("z1");
const USER = userId("u1");

/**
 * Each call of the client, answered with this body unchanged; a service account first gets it as the reply about its
 * token.
 */
async function everyCall(body: string, status: number, headers: Record<string, string>) {
  const api = fakeApi(
    () =>
      new Response(body, { status, headers: { "Content-Type": "application/json", ...headers } }),
  );
  const parts = { ...still(), fetch: api.fetch };
  const keys = [
    { kind: "api-key", key: "kc_live_0123456789" },
    { kind: "service-account", clientId: "c1", clientSecret: "s3cret-0123456789" },
  ] as const;
  return Promise.all(
    keys.flatMap((credential) => {
      const client = createKeycardClient({
        ...parts,
        bearer: createBearer({ ...parts, credential }),
      });
      return [
        client.retrieveUser(ZONE, USER),
        client.listUsers(ZONE, { emails: ["ada@example.com"] }),
        client.listZones(),
        client.retrieveZone(ZONE),
      ];
    }),
  );
}

const header = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
});

test("whatever the API replies, each call returns a value or an error with a message, and never throws", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyReply,
      fc.constantFrom(200, 200, 200, 201, 400, 401, 403, 404, 408, 409, 429, 500, 503),
      header,
      async (body, status, retryAfter) => {
        for (const result of await everyCall(body, status, { "Retry-After": retryAfter })) {
          if (result.ok) continue;
          expect(result.error.message).toMatch(/\S/);
          expect(result.error.message.length).toBeLessThan(700);
        }
        expect({}).not.toHaveProperty("polluted");
      },
    ),
    { numRuns: 300 },
  );
});

test("refuses a reply that is nested too deeply for any message", async () => {
  const deep = (levels: number) => `{"id":"u1","x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  const [user] = await everyCall(deep(100_000), 200, {});
  expect(user).toMatchObject({ ok: false, error: { why: "invalidReply" } });
  const [honest] = await everyCall(deep(20), 200, {});
  expect(honest).toMatchObject({ ok: true });
});

test("treats a text longer than any of the API as not reported, and a user with such an ID as invalid", async () => {
  const long = "x".repeat(1_000_000);
  const [user, , , zone] = await everyCall(
    JSON.stringify({ id: "u1", email: long, status: long, subject: "s", name: long }),
    200,
    {},
  );
  expect(user).toMatchObject({ ok: true, value: { id: "u1", subject: "s" } });
  expect(user?.ok && user.value).not.toHaveProperty("email");
  expect(zone).toMatchObject({ ok: false });
  const [tooLongId, list] = await everyCall(
    JSON.stringify({ id: long, items: [{ id: long }, { id: "u2" }] }),
    200,
    {},
  );
  expect(tooLongId?.ok).toBe(false);
  expect(list).toMatchObject({ ok: true, value: { items: [{ id: "u2" }], unread: 1 } });
});
