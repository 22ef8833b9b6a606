import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReply } from "../keycard/any-reply.ts";
import { fakeApi, still } from "../keycard/fake-api.ts";
import { createBearer, createKeycardClient } from "../keycard/index.ts";
import { listZones } from "./zones.ts";

test("lists no zone twice, whatever the API replies", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReply, { minLength: 1, maxLength: 3 }), async (bodies) => {
      const api = fakeApi(
        (_, before) =>
          new Response(bodies[before % bodies.length], {
            headers: { "Content-Type": "application/json" },
          }),
      );
      const parts = { ...still(), fetch: api.fetch };
      const credential = { kind: "api-key", key: "kc_live_0123456789" } as const;
      const bearer = createBearer({ ...parts, credential });
      const client = createKeycardClient({ ...parts, bearer });
      const zones = await listZones(client, (call) => call(), 0);
      expect(["listed", "unlisted", "failed"]).toContain(zones.state);
      const ids = zones.state === "listed" ? zones.zones.map(({ id }) => id) : [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150, endOnFailure: true },
  );
}, 30_000);
