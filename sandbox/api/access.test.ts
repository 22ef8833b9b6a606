import { describe, expect, test } from "vitest";
import { API_KEYS, SERVICE_ACCOUNT } from "../credentials.ts";
import { useSandbox } from "../test-client.ts";
import { ACME, FORBIDDEN, SMALL_LEGACY } from "../zones.ts";
import type { Page } from "./page.ts";
import type { ProblemBody } from "./problem.ts";
import type { WireZone } from "./zones.ts";

let now = Date.parse("2026-11-20T12:00:00Z");
const sandbox = useSandbox({ now: () => now });
const USERS = `/zones/${ACME.id}/users`;

interface TokenReply {
  readonly access_token?: string;
  readonly token_type?: string;
  readonly expires_in?: number;
  readonly error?: string;
}

async function exchange(
  secret: string = SERVICE_ACCOUNT.clientSecret,
  body = "grant_type=client_credentials",
  type = "application/x-www-form-urlencoded",
) {
  const response = await fetch(`${sandbox.url()}/service-account-token`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa(`${SERVICE_ACCOUNT.clientId}:${secret}`)}`,
      "Content-Type": type,
    },
    body,
  });
  return { status: response.status, body: (await response.json()) as TokenReply };
}

const statusWith = async (key: string | null, path = USERS) =>
  (await sandbox.get(path, key)).status;

describe("a bearer", () => {
  test.each([
    ["none", null],
    ["an unknown one", "something-else"],
    ["an expired JWT", API_KEYS.expiredJwt],
    ["the service account's secret", SERVICE_ACCOUNT.clientSecret],
  ])("%s gets 401", async (_, key) => {
    const { status, body } = await sandbox.get<ProblemBody>(USERS, key);
    expect(status).toBe(401);
    expect(body).toEqual({ message: expect.any(String), code: "unauthorized", status: 401 });
  });

  test("the JWT key works like the plain one", async () => {
    expect(await statusWith(API_KEYS.jwt)).toBe(200);
  });

  test("some keys can't list zones but can read users", async () => {
    expect(await statusWith(API_KEYS.noList, "/zones")).toBe(403);
    expect(await statusWith(API_KEYS.noList, `/zones/${ACME.id}`)).toBe(200);
    expect(await statusWith(API_KEYS.noList)).toBe(200);
  });

  test("some keys can read only one zone", async () => {
    const { body } = await sandbox.get<Page<WireZone>>("/zones", API_KEYS.oneZone);
    expect(body.items.map((zone) => zone.id)).toEqual([ACME.id]);
    expect(await statusWith(API_KEYS.oneZone)).toBe(200);
    expect(await statusWith(API_KEYS.oneZone, `/zones/${SMALL_LEGACY.id}/users`)).toBe(403);
  });

  test("no key can read the forbidden zone", async () => {
    for (const key of [API_KEYS.full, API_KEYS.jwt, API_KEYS.noList, API_KEYS.oneZone]) {
      expect(await statusWith(key, `/zones/${FORBIDDEN.id}`)).toBe(403);
      expect(await statusWith(key, `/zones/${FORBIDDEN.id}/users`)).toBe(403);
    }
  });

  test("can be revoked and restored", async () => {
    await sandbox.control("/__keys/revoke", { key: API_KEYS.full });
    expect(await statusWith(API_KEYS.full)).toBe(401);
    await sandbox.control("/__keys/restore", { key: API_KEYS.full });
    expect(await statusWith(API_KEYS.full)).toBe(200);
  });
});

describe("the service account", () => {
  test("gets a token that works for an hour", async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    const token = body.access_token ?? "";
    now += 3_599_000;
    expect(await statusWith(token)).toBe(200);
    now += 1_000;
    expect(await statusWith(token)).toBe(401);
  });

  test("can be in the body, as the SDK sends it, but not in both places", async () => {
    const { clientId, clientSecret } = SERVICE_ACCOUNT;
    const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
    const response = await fetch(`${sandbox.url()}/service-account-token`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(await response.json()).toMatchObject({ token_type: "Bearer" });
    expect(await exchange(undefined, body)).toMatchObject({ status: 400 });
  });

  test("is refused with an OAuth error", async () => {
    expect(await exchange("wrong")).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect(await exchange(undefined, "grant_type=password")).toMatchObject({
      status: 400,
      body: { error: "unsupported_grant_type" },
    });
    const invalid = { status: 400, body: { error: "invalid_request" } };
    expect(await exchange(undefined, "")).toMatchObject(invalid);
    expect(await exchange(undefined, "{}", "application/json")).toMatchObject(invalid);
  });

  test("loses its tokens when they expire, or when it is revoked", async () => {
    const first = (await exchange()).body.access_token ?? "";
    await sandbox.control("/__tokens/expire", undefined, "POST");
    expect(await statusWith(first)).toBe(401);
    const second = (await exchange()).body.access_token ?? "";
    expect(await statusWith(second)).toBe(200);
    await sandbox.control("/__keys/revoke", { key: SERVICE_ACCOUNT.clientId });
    expect(await statusWith(second)).toBe(401);
    expect((await exchange()).status).toBe(401);
    await sandbox.control("/__keys/restore", { key: SERVICE_ACCOUNT.clientId });
    expect((await exchange()).status).toBe(200);
  });

  test("gets shorter tokens, or ones of unknown lifetime, if configured", async () => {
    await sandbox.control("/__tokens/lifetime", { seconds: 5 });
    expect((await exchange()).body.expires_in).toBe(5);
    await sandbox.control("/__tokens/lifetime", { seconds: null });
    const { body } = await exchange();
    expect(body).not.toHaveProperty("expires_in");
    expect(await statusWith(body.access_token ?? "")).toBe(200);
  });
});
