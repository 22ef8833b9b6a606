import { expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { useSandbox } from "../test-client.ts";
import { createTestTimer } from "../test-timer.ts";
import { ABSENT_ZONE_ID, ACME } from "../zones.ts";
import type { LoggedRequest } from "./request-log.ts";

const timer = createTestTimer();
const sandbox = useSandbox({ sleep: timer.sleep });
const log = async () => (await sandbox.control<LoggedRequest[]>("/__log")).body;
const clearLog = () => sandbox.control("/__log", undefined, "DELETE");

test("the log shows API requests as they were sent, and neither control nor page requests", async () => {
  await clearLog();
  await sandbox.get("/zones?limit=1&expand%5B%5D=total_count");
  await sandbox.get("/zones/%61?x=?", null);
  await sandbox.control("/__faults");
  await fetch(`${sandbox.url()}/tickets/1`);
  const requests = await log();
  expect(requests).toMatchObject([
    {
      method: "GET",
      path: "/zones",
      query: "limit=1&expand%5B%5D=total_count",
      headers: { authorization: `Bearer ${API_KEYS.full}` },
      status: 200,
      durationMs: expect.any(Number),
    },
    { path: "/zones/%61", query: "x=?", status: 401 },
  ]);
  expect(requests[1]?.headers).not.toHaveProperty("authorization");
  expect(requests[1]?.n).toBe((requests[0]?.n ?? 0) + 1);
  expect(Date.parse(requests[0]?.time ?? "")).not.toBeNaN();
  await clearLog();
  expect(await log()).toEqual([]);
});

test("latency delays every reply", async () => {
  await sandbox.control("/__latency", { ms: 120 });
  const { begun, letGo } = timer.hold();
  const order: string[] = [];
  const reply = sandbox.get("/zones").then(() => order.push("answered"));
  await begun;
  order.push("let go");
  letGo();
  await reply;
  expect(order).toEqual(["let go", "answered"]);
  await sandbox.control("/__latency", { ms: 0 });
  await sandbox.get("/zones");
  expect(timer.waits).toEqual([120]);
});

test.each([
  ["/__faults", { mode: "explode" }, /mode/],
  ["/__faults", { match: "zones" }, /match.*GET \/zones/],
  ["/__faults", [{ status: 200 }, { status: 99 }], /1\.status/],
  ["/__faults", { satus: 500 }, /satus/],
  ["/__keys/revoke", { key: "sandbox-api-kee" }, /no key/],
  ["/__keys/revoke", {}, /key/],
  ["/__latency", { ms: -1 }, /ms/],
  ["/__latency", "soon", /object/],
  ["/__tokens/lifetime", { seconds: "1" }, /seconds/],
  [`/__zones/${ACME.id}`, { filtering: "some" }, /filtering/],
  [`/__zones/${ACME.id}`, { generation: "tomorrow" }, /generation/],
  [`/__zones/${ACME.id}`, { generation: "today", filtering: true }, /filtering.*generation/],
  [`/__zones/${ABSENT_ZONE_ID}`, { filtering: true }, /no zone/],
  ["/__nonsense/deep", {}, /no such control/],
])("%s rejects %j", async (path, body, sentence) => {
  const reply = await sandbox.control<string>(path, body);
  expect(reply.status).toBe(400);
  expect(reply.body).toMatch(sentence);
  expect(reply.body.trim().split("\n")).toHaveLength(1);
});

test("a body that isn't JSON is rejected", async () => {
  const reply = await fetch(`${sandbox.url()}/__faults`, { method: "POST", body: "{" });
  expect([reply.status, await reply.text()]).toEqual([400, "The body must be JSON\n"]);
});
