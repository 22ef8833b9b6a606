import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { TODAY } from "../generation-zones.ts";
import { ABSENT, casesOf, peopleOf } from "../people.ts";
import type { Grant } from "../population/grants.ts";
import { LAST_EVENT } from "../population/moments.ts";
import { resourcesOf } from "../population/neighbors.ts";
import { useSandbox } from "../test-client.ts";
import type { Page } from "./page.ts";

const sandbox = useSandbox();
const get = <Body>(path: string) =>
  sandbox.get<Body>(`/zones/${TODAY.id}/${path}`, API_KEYS.generations);
const list = async (query: string) => (await get<Page<Grant>>(`delegated-grants?${query}`)).body;
const of = async (id: string, query = "") => (await list(`user_id=${id}&limit=100${query}`)).items;
const { rosa, bao } = casesOf(TODAY.id);
const { ada, markup } = peopleOf(TODAY.id);

test("ada's are on things that people use, with their scopes", async () => {
  const grants = await of(ada.id);
  const resource = (name: string) => resourcesOf(TODAY.id).find((one) => one.name === name)?.id;
  expect(grants).toMatchObject([
    { resource_id: resource("Slack"), status: "active", scopes: ["channels:read", "chat:write"] },
    { resource_id: resource("Ticket Archive"), status: "active", refresh_token_set: false },
    { resource_id: resource("Payments API"), status: "expired" },
  ]);
});

test("a grant with a refresh token outlives its access token", async () => {
  const [outlived, renewed, expired, revoked] = await of(rosa.id);
  expect(outlived).toMatchObject({ status: "active", refresh_token_set: true });
  expect(Date.parse(outlived?.expires_at ?? "")).toBeLessThan(LAST_EVENT);
  expect(Date.parse(outlived?.refreshed_at ?? "")).toBeLessThan(
    Date.parse(outlived?.expires_at ?? ""),
  );
  expect(renewed).toMatchObject({ status: "active", refreshed_at: expect.any(String) });
  expect(expired).toMatchObject({ status: "expired", refresh_token_set: false });
  expect(expired).not.toHaveProperty("refreshed_at");
  expect(revoked).toMatchObject({ status: "revoked", refresh_token_set: true });
});

test("grants can be filtered by status and resource, and sorted by when they were given", async () => {
  const all = await of(rosa.id);
  expect(await of(rosa.id, "&status=revoked")).toEqual([all[3]]);
  expect(await of(rosa.id, "&active=true")).toEqual([all[0], all[1]]);
  expect(await of(rosa.id, `&resource_id=${all[2]?.resource_id}`)).toEqual([all[2]]);
  const given = (await of(rosa.id, "&sort=-created_at")).map(({ created_at }) => created_at);
  expect(given).toEqual(given.toSorted().toReversed());
  const up = (await of(rosa.id, "&sort=created_at")).map(({ created_at }) => created_at);
  expect(up).toEqual(given.toReversed());
  expect((await get("delegated-grants?sort=status")).status).toBe(400);
});

test("a single grant can be read", async () => {
  const [grant] = await of(rosa.id);
  expect((await get(`delegated-grants/${grant?.id}`)).body).toEqual(grant);
  expect((await get(`delegated-grants/${ABSENT.id}`)).status).toBe(404);
});

test("a sorted list is paged and counted like any other", async () => {
  const query = `user_id=${bao.id}&sort=-created_at`;
  const first = await list(`${query}&limit=100&expand[]=total_count`);
  const rest = await list(`${query}&limit=100&after=${first.pagination.after_cursor}`);
  const ids = [...first.items, ...rest.items].map(({ id }) => id);
  expect([ids.length, new Set(ids).size, first.pagination.total_count]).toEqual([105, 105, 105]);
});

test("hostile users have hostile scopes", async () => {
  expect((await of(markup.id))[0]?.scopes[0]).toContain("<script>");
});
