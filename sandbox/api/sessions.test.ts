import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, casesOf, peopleOf } from "../people.ts";
import type { Named } from "../population/neighbors.ts";
import type { Session } from "../population/sessions.ts";
import { useSandbox } from "../test-client.ts";
import type { Page } from "./page.ts";

const sandbox = useSandbox();
const get = <Body>(path: string) =>
  sandbox.get<Body>(`/zones/${TODAY.id}/${path}`, API_KEYS.generations);
const list = async (query: string) => (await get<Page<Session>>(`sessions?${query}`)).body;
const of = async (id: string, query = "") => (await list(`user_id=${id}&limit=100${query}`)).items;
const { noor, ivan, odd, bao } = casesOf(TODAY.id);
const { ada, grace, katherine, markup } = peopleOf(TODAY.id);

test("ada's are those of someone who works with a few things", async () => {
  const items = await of(ada.id);
  expect(items.map(({ metadata, status }) => [metadata?.name, status])).toEqual([
    ["Firefox on Linux", "active"],
    ["Support Copilot", "active"],
    ["Slack", "active"],
    ["Safari on iPhone", "expired"],
    ["Reply Drafter", "revoked"],
  ]);
  expect(items[0]).toMatchObject({ session_type: "user", user_id: ada.id, zone_id: TODAY.id });
});

test("a disabled user has no active session, and someone who never signed in none at all", async () => {
  expect((await of(grace.id)).map(({ status }) => status)).toEqual(["revoked", "expired"]);
  expect(await of(grace.id, "&status=active")).toEqual([]);
  expect(await of(katherine.id)).toEqual([]);
});

test("include_nested adds those below entry sessions", async () => {
  const entry = await of(noor.id);
  const all = await of(noor.id, "&include_nested=true");
  expect([entry.length, all.length]).toEqual([5, 8]);
  const depth = (session: Session | undefined): number =>
    session === undefined ? -1 : 1 + depth(all.find(({ id }) => id === session.parent_id));
  expect(entry.map(depth)).toEqual([0, 1, 1, 0, 0]);
  expect(Math.max(...all.map(depth))).toBe(3);
  for (const { parent_id, created_at } of all) {
    const parent = all.find(({ id }) => id === parent_id);
    if (parent) expect(Date.parse(parent.created_at)).toBeLessThanOrEqual(Date.parse(created_at));
  }
  expect((await get(`sessions?include_nested=yes`)).status).toBe(400);
});

test("applications' sessions have no user, and are distinguished by session_type", async () => {
  const { items } = await list("session_type=application");
  expect(items).toHaveLength(3);
  for (const session of items) {
    expect(session).toMatchObject({
      session_type: "application",
      application_id: expect.any(String),
    });
    expect(session).not.toHaveProperty("user_id");
  }
  expect(await of(ada.id, "&session_type=application")).toEqual([]);
  expect(await of(ada.id, "&session_type=user")).toHaveLength(5);
  expect((await get("sessions?session_type=robot")).status).toBe(400);
});

test("one of ivan's has no ID, one of odd's neither ID nor user; the others are complete", async () => {
  const keys = (items: readonly Session[]) => items.map(({ id, user_id }) => [!!id, !!user_id]);
  const whole = [true, true];
  expect(keys(await of(ivan.id))).toEqual([whole, [false, true]]);
  expect(keys(await of(odd.id))).toEqual([whole, [false, false], whole]);
});

test("a single session can be read, and so can what started it", async () => {
  const [session] = await of(noor.id);
  expect((await get(`sessions/${session?.id}`)).body).toEqual(session);
  const [application] = (await list("session_type=application")).items;
  expect((await get(`sessions/${application?.id}`)).body).toEqual(application);
  expect((await get(`sessions/${ABSENT.id}`)).status).toBe(404);
  const agent = await get<Named>(`user-agents/${session?.user_agent_id}`);
  expect(agent.body).toMatchObject({
    name: "Firefox on Linux",
    slug: "firefox-on-linux",
    identifier: expect.stringMatching(/^ua:[0-9a-f]{64}$/),
  });
});

test("a long list is paged and counted", async () => {
  const first = await list(`user_id=${bao.id}&limit=100&expand[]=total_count&active=true`);
  expect([first.items.length, first.pagination.total_count]).toEqual([100, 130]);
  const rest = await list(`user_id=${bao.id}&limit=100&after=${first.pagination.after_cursor}`);
  expect(rest.items).toHaveLength(30);
  expect(rest.pagination.after_cursor).toBeNull();
  const back = await list(`user_id=${bao.id}&limit=100&before=${rest.pagination.before_cursor}`);
  expect(back.items).toEqual(first.items);
});

test("hostile users have hostile names", async () => {
  for (const { metadata } of await of(markup.id)) expect(metadata?.name).toMatch(/[<>]/);
});
