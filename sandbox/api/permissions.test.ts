import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { useSandbox } from "../test-client.ts";
import { ACME } from "../zones.ts";
import type { Page } from "./page.ts";
import type { WireZone } from "./zones.ts";

const sandbox = useSandbox({ dialect: { generation: "today", strict: false } });
const ZONE = `/zones/${ACME.id}`;
const permissions = async (key: string) =>
  (await sandbox.get<WireZone>(`${ZONE}?expand%5B%5D=permissions`, key)).body.permissions;

test("reports the key's own permissions on request", async () => {
  expect((await sandbox.get(ZONE)).body).not.toHaveProperty("permissions");
  expect(await permissions(API_KEYS.full)).toMatchObject({
    users: { read: true, create: true, update: true, delete: true },
    sessions: { read: true },
  });
  expect(await permissions(API_KEYS.readOnly)).toMatchObject({
    users: { read: true, create: false, update: false, delete: false },
    sessions: { read: true, delete: false },
  });
  expect(await permissions(API_KEYS.noSessions)).toMatchObject({
    users: { read: true },
    sessions: { read: false },
    delegated_grants: { read: false },
  });
});

test("the list of zones reports them too", async () => {
  const { body } = await sandbox.get<Page<WireZone>>("/zones?expand[]=permissions");
  for (const zone of body.items) expect(zone.permissions).toHaveProperty("users.read", true);
});

test.each<[string, string[]]>([
  [API_KEYS.readOnly, []],
  [API_KEYS.noSessions, ["sessions", "delegated-grants"]],
  [
    API_KEYS.usersOnly,
    ["sessions", "delegated-grants", "providers", "roles", "groups", "user-agents"],
  ],
])("%s can't read %j, but everything else", async (key, forbidden) => {
  const paths = ["users", "sessions", "delegated-grants", "providers", "roles", "groups"];
  for (const path of [...paths, "user-agents"]) {
    const { status } = await sandbox.get(`${ZONE}/${path}`, key);
    expect([path, status]).toEqual([path, forbidden.includes(path) ? 403 : 200]);
  }
});

test("a zone says how people sign in to it", async () => {
  const { body } = await sandbox.get<Page<WireZone>>("/zones");
  expect(body.items).toMatchObject([
    { login_flow: "default", requires_invitation: true },
    { login_flow: "default", user_identity_provider_id: expect.any(String) },
    { login_flow: "identifier_first", user_identity_provider_id: expect.any(String) },
  ]);
  expect(body.items[1]).not.toHaveProperty("requires_invitation");
  const provider = body.items[1]?.user_identity_provider_id;
  const path = `/zones/${body.items[1]?.id}/providers/${provider}`;
  expect((await sandbox.get(path)).body).toMatchObject({ name: "Acme Identity" });
});
