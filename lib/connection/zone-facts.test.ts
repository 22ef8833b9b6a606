import { expect, test } from "vitest";
import { type Call, fakeApi, still } from "../keycard/fake-api.ts";
import { createBearer, createKeycardClient } from "../keycard/index.ts";
import { readZoneFacts } from "./zone-facts.ts";

const PASSWORD = { id: "acme", requires_invitation: true, login_flow: "default" };
const PROVIDED = { id: "acme", user_identity_provider_id: "p1", login_flow: "identifier_first" };

/** @param zone what the zone reports about itself @param provider the reply about its provider */
function facts(
  zone: object | ((call: Call) => Response),
  provider: () => Response = () => Response.json({ id: "p1", name: "Acme Identity" }),
) {
  const api = fakeApi((call) => {
    if (call.url.pathname === "/zones/acme/providers/p1") return provider();
    return typeof zone === "function" ? zone(call) : Response.json(zone);
  });
  const parts = { ...still(), fetch: api.fetch };
  const credential = { kind: "api-key", key: "kc_live_0123456789" } as const;
  const client = createKeycardClient({ ...parts, bearer: createBearer({ ...parts, credential }) });
  const told = readZoneFacts(
    client,
    (call) => call(),
    "acme",
    () => 1_000,
  );
  return { told, calls: api.calls };
}

test("requests and returns what the key can do", async () => {
  const { told, calls } = facts({
    ...PASSWORD,
    permissions: { users: { read: true, update: true }, sessions: { read: false } },
  });
  expect(await told).toEqual({
    state: "told",
    zoneId: "acme",
    powers: { changes: ["users"], cannotRead: ["sessions"] },
    signIn: { through: "password", invited: true },
  });
  expect(calls.map(({ url }) => url.search)).toEqual(["?expand%5B%5D=permissions"]);
});

test("reads the zone without permissions if a strict deployment doesn't know them", async () => {
  const { told, calls } = facts(({ url }) =>
    url.search === "" ? Response.json(PASSWORD) : Response.json({}, { status: 400 }),
  );
  expect(await told).toEqual({
    state: "told",
    zoneId: "acme",
    signIn: { through: "password", invited: true },
  });
  expect(calls).toHaveLength(2);
});

test.each([
  [
    "its provider by name",
    PROVIDED,
    undefined,
    { through: "provider", name: "Acme Identity", asksIdentifierFirst: true },
  ],
  [
    "its provider by identifier",
    PROVIDED,
    () => Response.json({ id: "p1", identifier: "acme" }),
    { through: "provider", name: "acme", asksIdentifierFirst: true },
  ],
  [
    "that there is a provider, if its name can't be read",
    PROVIDED,
    () => new Response("", { status: 403 }),
    { through: "provider", asksIdentifierFirst: true },
  ],
  [
    "nothing about invitations if a provider is set",
    { ...PROVIDED, requires_invitation: true },
    undefined,
    { through: "provider", name: "Acme Identity", asksIdentifierFirst: true },
  ],
  [
    "that no invitation is needed",
    { ...PASSWORD, requires_invitation: false },
    undefined,
    { through: "password", invited: false },
  ],
  [
    "only the flow",
    { id: "acme", login_flow: "identifier_first" },
    undefined,
    { through: "unknown", asksIdentifierFirst: true },
  ],
  ["nothing, if nothing is reported", { id: "acme", login_flow: "default" }, undefined, undefined],
  [
    "nothing about what can't be parsed",
    { id: "acme", requires_invitation: "yes", permissions: { users: { read: "no" } } },
    undefined,
    undefined,
  ],
])("a zone reports %s", async (_, zone, provider, signIn) => {
  expect(await facts(zone, provider).told).toStrictEqual({
    state: "told",
    zoneId: "acme",
    ...(signIn && { signIn }),
  });
});

test("says why a zone can't be read", async () => {
  const { told, calls } = facts(() => Response.json({ message: "no" }, { status: 403 }));
  expect(await told).toEqual({
    state: "failed",
    failure: { why: "forbidden", status: 403, detail: "no" },
  });
  expect(calls).toHaveLength(1);
});
