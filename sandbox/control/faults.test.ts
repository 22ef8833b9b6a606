import { afterEach, beforeEach, expect, test } from "vitest";
import { API_KEYS } from "../credentials.ts";
import { useSandbox } from "../test-client.ts";
import { createTestTimer } from "../test-timer.ts";
import { ACME } from "../zones.ts";
import type { LoggedRequest } from "./request-log.ts";

const timer = createTestTimer();
const sandbox = useSandbox({ sleep: timer.sleep });
const script = (...faults: object[]) => sandbox.control("/__faults", faults);
const statusOf = async (path = "/zones") => (await sandbox.get(path)).status;

function ask(path = "/zones", signal: AbortSignal | null = null) {
  const headers = { Authorization: `Bearer ${API_KEYS.full}` };
  return fetch(sandbox.url() + path, { headers, signal });
}

async function logged(query: string) {
  const { body } = await sandbox.control<LoggedRequest[]>("/__log");
  return body.find((request) => request.query === query);
}

beforeEach(() => {
  timer.waits.length = 0;
});
afterEach(() => sandbox.control("/__faults", undefined, "DELETE"));

test("faults apply in order, each as often as it says, followed by the real reply", async () => {
  await script({ status: 429, headers: { "Retry-After": "7" } }, { status: 503, times: 2 });
  const { status, headers, body } = await sandbox.get("/zones");
  expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
  expect(body).toEqual({ message: expect.any(String), code: "sandbox_fault", status: 429 });
  expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([503, 503, 200]);
  expect((await sandbox.control("/__faults")).body).toEqual([]);
});

test("times null lasts until the faults are cleared", async () => {
  await script({ status: 500, times: null });
  expect([await statusOf(), await statusOf()]).toEqual([500, 500]);
  await sandbox.control("/__faults", undefined, "DELETE");
  expect(await statusOf()).toBe(200);
});

test.each([
  ["POST", 200],
  ["GET", 500],
  ["/zones", 500],
  ["/zones/", 200],
  ["GET /zones", 500],
  ["POST /zones", 200],
])("match %s makes GET /zones answer %d", async (match, expected) => {
  await script({ match, status: 500 });
  expect(await statusOf()).toBe(expected);
});

test("a body is sent as it is, or as JSON", async () => {
  await script(
    { body: { items: "none" } },
    { status: 502, body: "<h1>no</h1>", contentType: "text/html" },
    { status: 401, body: "" },
    { status: 204 },
  );
  expect((await sandbox.get("/zones")).body).toEqual({ items: "none" });
  const html = await sandbox.get("/zones");
  expect([html.status, html.body]).toEqual([502, "<h1>no</h1>"]);
  expect(html.headers.get("content-type")).toBe("text/html");
  expect(await (await ask()).text()).toBe("");
  expect((await ask()).status).toBe(204);
});

test("headers and a delay alone leave the reply real", async () => {
  await script({ delayMs: 120, headers: { "X-Extra": "1" } });
  const { status, headers, body } = await sandbox.get("/zones");
  expect(timer.waits).toEqual([120]);
  expect([status, headers.get("x-extra")]).toEqual([200, "1"]);
  expect(body).toHaveProperty("items");
});

test("drop closes the connection without an answer, and the log says so", async () => {
  await script({ mode: "drop" });
  await expect(ask("/zones?dropped")).rejects.toThrow("fetch failed");
  expect(await statusOf()).toBe(200);
  expect(await logged("dropped")).toMatchObject({ status: null, durationMs: null });
});

test("hang never answers, and the log says so", async () => {
  await script({ mode: "hang" });
  const leaving = new AbortController();
  const hung = expect(ask("/zones?hung", leaving.signal)).rejects.toThrow("aborted");
  while (!(await logged("hung")));
  // Other requests are answered meanwhile.
  expect(await statusOf()).toBe(200);
  expect(await logged("hung")).toMatchObject({ status: null, durationMs: null });
  leaving.abort();
  await hung;
});

test("truncate cuts off the JSON in the middle", async () => {
  await script({ mode: "truncate" });
  const reply = await ask();
  expect(reply.status).toBe(200);
  await expect(reply.json()).rejects.toThrow(SyntaxError);
});

test("slow-body sends the headers at once and the body in small pieces", async () => {
  await script({ mode: "slow-body", delayMs: 380 });
  const { begun, letGo } = timer.hold();
  const reply = await ask(`/zones/${ACME.id}/users`);
  await begun;
  letGo();
  expect(((await reply.json()) as { items: object[] }).items).toHaveLength(50);
  expect(timer.waits).toEqual(Array(19).fill(20));
});

test("html is a proxy's error page", async () => {
  await script({ mode: "html" }, { mode: "html", status: 200 });
  for (const status of [502, 200]) {
    const reply = await sandbox.get<string>("/zones");
    expect(reply.status).toBe(status);
    expect(reply.body).toContain("<h1>");
  }
});

test("oversize is valid JSON of the requested length", async () => {
  await script({ mode: "oversize", bytes: 1_000_000 }, { mode: "oversize" });
  const text = await (await ask()).text();
  expect(text).toHaveLength(1_000_000);
  expect(JSON.parse(text)).toHaveProperty("items", []);
  expect((await (await ask()).arrayBuffer()).byteLength).toBe(32 * 1024 * 1024);
});

test("redirects can be scripted", async () => {
  await script({ status: 302, headers: { Location: "https://elsewhere.example/" } });
  const reply = await fetch(`${sandbox.url()}/zones`, { redirect: "manual" });
  expect([reply.status, reply.headers.get("location")]).toEqual([
    302,
    "https://elsewhere.example/",
  ]);
});
