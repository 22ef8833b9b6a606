import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { API_KEYS } from "../../sandbox/credentials.ts";
import { NOWHERE } from "../harness/quiet-switches.ts";
import { FACTS } from "../harness/witness/canaries.ts";
import { type LoggedRequest, type NetLog, readNetLog } from "../harness/witness/net-log.ts";
import { judgeNetwork } from "../harness/witness/network.ts";
import { filesBelow } from "./files-below.ts";

/** The part of the end-to-end tests' witness that needs no browser; tests/e2e/witness.spec.ts tests the rest. */

const API = "http://127.0.0.1:4123";
const EXTENSION = "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh";
const USERS = `${API}/zones/z1/users?filter%5Bemail%5D=ada%40example.com`;
const AUTHORIZATION = `Authorization: Bearer ${API_KEYS.full}`;

/** What is reported for a log with one request of the extension. */
function judge(request: Partial<LoggedRequest>, log: Partial<NetLog> = {}): string[] {
  const made = {
    url: USERS,
    method: "GET",
    initiator: EXTENSION,
    headers: [AUTHORIZATION],
    ...request,
  };
  return judgeNetwork(
    { requests: [made], resolved: [], connected: [], ...log },
    { api: API, pages: ["http://tickets.example:4123"], extension: EXTENSION },
  );
}

test("permits what the extension does, and what the browser is kept from doing", () => {
  expect(judge({}, { resolved: [API], connected: ["127.0.0.1:4123"] })).toEqual([]);
  expect(judge({ url: `${NOWHERE}/ListAccounts`, initiator: "not an origin" })).toEqual([
    expect.stringContaining(AUTHORIZATION),
  ]);
  expect(judge({ url: `${NOWHERE}/ListAccounts`, initiator: "", headers: [] })).toEqual([]);
});

test("a request that docs/privacy.md doesn't name", () => {
  const unknown = "is no request that docs/privacy.md names";
  expect(judge({ method: "DELETE" })).toEqual([expect.stringContaining(unknown)]);
  expect(judge({ url: `${API}/zones/z1/users/u1/sessions` })).toEqual([
    expect.stringContaining(unknown),
  ]);
});

test("a cookie or the page in a request of the extension", () => {
  for (const line of ["Cookie: a=b", "Referer: http://tickets.example/1"])
    expect(judge({ headers: [AUTHORIZATION, line] })).toEqual([expect.stringContaining(line)]);
});

test("the key to a page's server, from a page to the API, and in a Basic header", () => {
  const basic = `Authorization: Basic ${Buffer.from(`x:${API_KEYS.full}`).toString("base64")}`;
  expect(judge({ headers: [basic] })).toEqual([]);
  expect(judge({ url: "http://tickets.example:4123/" }).join("\n")).toMatch(
    /somebody else than the API[\s\S]*is in "Authorization/,
  );
  expect(judge({ initiator: API })).toEqual([expect.stringContaining('is in "Authorization')]);
  expect(judge({ initiator: API, headers: [basic] })).toHaveLength(1);
});

test("a fact about someone in a URL, or in a header of any kind", () => {
  const [fact = ""] = FACTS;
  const asked = `${API}/tickets?who=${encodeURIComponent(fact)}`;
  expect(judge({ url: asked, initiator: API, headers: [] })).toHaveLength(1);
  expect(judge({ headers: [AUTHORIZATION, `X-Copy: ${fact}`] })).toHaveLength(1);
});

test("a resolved name, a connection, a datagram", () => {
  expect(
    judge({}, { resolved: ["https://api.example.com"], connected: ["192.0.2.1:443"] }),
  ).toEqual(["https://api.example.com was looked for", "192.0.2.1:443 was contacted"]);
});

test("a truncated log is read up to its end, and a missing one is an error", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keycard-witness-"));
  const file = join(folder, "net-log.json");
  const event = (type: number, params: object) =>
    `${JSON.stringify({ params, phase: 1, source: { id: 7 }, type })},`;
  const types = { CORS_REQUEST: 1, URL_REQUEST_START_JOB: 2, TCP_CONNECT: 3 };
  await writeFile(
    file,
    [
      `${JSON.stringify({ constants: { logEventTypes: types } }).slice(0, -1)},`,
      '"events": [',
      event(1, { request_headers: { headers: ["Accept: x"] } }),
      event(2, { url: USERS, method: "GET", initiator: EXTENSION }),
      event(3, { address_list: ["127.0.0.1:4123"] }),
      event(2, { url: USERS }).slice(0, 40),
    ].join("\n"),
  );
  expect(await readNetLog(file)).toEqual({
    requests: [{ url: USERS, method: "GET", initiator: EXTENSION, headers: ["Accept: x"] }],
    resolved: [],
    connected: ["127.0.0.1:4123"],
  });
  await rm(folder, { recursive: true });
  await expect(readNetLog(file)).rejects.toThrow();
});

test("every browser of the end-to-end tests is watched", () => {
  const unwatched = filesBelow("tests/e2e", /\.ts$/).filter((path) =>
    /launchWithExtension|launchPersistentContext|chromium\.launch/.test(readFileSync(path, "utf8")),
  );
  expect(unwatched).toEqual([]);
});
