import { describe, expect, test } from "vitest";
import {
  API_ID_MAX_CHARS,
  CACHE_MAX_MIN,
  SITE_MAX_CHARS,
  SUBJECT_PATTERNS_MAX,
  TEMPLATE_MAX_CHARS,
} from "../limits.ts";
import { SITES_MAX } from "./fields.ts";
import { POLICY_KEYS, POLICY_WARNINGS_MAX, readPolicy } from "./policy.ts";
import { policySite } from "./policy-site.ts";

const whole = {
  zone: "acme5upp0rtz0ne7k2m9q4x1v8",
  sitesOn: ["https://tickets.example.com/*", "https://*.desk.example/*"],
  sitesOff: ["*://*.bank.example/*"],
  keepKey: "passphrase",
  lockAfterMin: 5,
  consoleUrl: "https://console.example.com/{organization_id}/{zone_slug}/{user_id}?z={zone_id}",
  subjectPatterns: ["auth0|{hex:24}"],
  cacheMin: 0,
  firstRunPage: false,
};

const longest = `${"{digit:1}".repeat(50)}${"a".repeat(TEMPLATE_MAX_CHARS)}`.slice(
  0,
  TEMPLATE_MAX_CHARS,
);

test("accepts a valid policy completely, and reading it again changes nothing", () => {
  expect(readPolicy(whole)).toEqual({ policy: whole, warnings: [] });
});

test("has every key", () => {
  expect(Object.keys(whole)).toEqual(POLICY_KEYS);
});

test.each<[key: string, values: unknown[]]>([
  ["zone", ["z", "a".repeat(API_ID_MAX_CHARS)]],
  ["sitesOn", [[]]],
  ["sitesOff", [[], ["*://*/*"]]],
  ["keepKey", ["session", "device", "passphrase"]],
  ["cacheMin", [0, CACHE_MAX_MIN]],
  ["subjectPatterns", [[], [longest]]],
  ["firstRunPage", [true, false]],
])("%s can be each of %j", (key, values) => {
  for (const value of values)
    expect(readPolicy({ [key]: value })).toEqual({ policy: { [key]: value }, warnings: [] });
});

test("an empty policy sets nothing", () => {
  expect(readPolicy({})).toEqual({ policy: {}, warnings: [] });
});

test.each<[key: string, value: unknown, given: string]>([
  ["zone", "", ""],
  ["zone", 7, "7"],
  ["zone", "two words", "two words"],
  ["keepKey", "cloud", "cloud"],
  ["lockAfterMin", 0, "0"],
  ["lockAfterMin", 1_441, "1441"],
  ["lockAfterMin", 1.5, "1.5"],
  ["lockAfterMin", "15", "15"],
  ["consoleUrl", "http://console.example.com", "http://console.example.com"],
  ["consoleUrl", "https://{zone_slug}.example.com/", "https://{zone_slug}.example.com/"],
  ["consoleUrl", "https://console.example.com/{email}", "https://console.example.com/{email}"],
  ["consoleUrl", "https://a@console.example.com/", "https://a@console.example.com/"],
  ["cacheMin", -1, "-1"],
  ["cacheMin", 61, "61"],
  ["cacheMin", 1.5, "1.5"],
  ["firstRunPage", "no", "no"],
  ["sitesOff", "tickets.example.com", "tickets.example.com"],
  ["sitesOn", ["https://tickets.example.com/agent"], "https://tickets.example.com/agent"],
  ["sitesOn", ["*"], "*"],
  ["subjectPatterns", ["[a-z]+"], "[a-z]+"],
  ["subjectPatterns", [null], "null"],
])("%s: %j isn't used, and is reported", (key, value, given) => {
  expect(
    readPolicy({ [key]: value, cacheMin: 5, ...(key === "cacheMin" && { cacheMin: value }) }),
  ).toEqual({
    policy: key === "cacheMin" ? {} : { cacheMin: 5 },
    warnings: [{ why: "invalid", key, given }],
  });
});

test.each<[key: string, value: unknown]>([
  ["zone", "a".repeat(API_ID_MAX_CHARS + 1)],
  ["subjectPatterns", [`${longest}a`]],
])("%s that is too long isn't used, and is reported", (key, value) => {
  const { policy, warnings } = readPolicy({ [key]: value });
  expect(policy).toEqual({});
  expect(warnings).toMatchObject([{ why: "invalid", key }]);
});

test("a host alone means https if it is turned on, and also http if it is turned off", () => {
  const hosts = ["tickets.example.com"];
  expect(readPolicy({ sitesOn: hosts, sitesOff: hosts }).policy).toEqual({
    sitesOn: ["https://tickets.example.com/*"],
    sitesOff: ["*://tickets.example.com/*"],
  });
});

test("a key whose value isn't used is absent", () => {
  const { policy } = readPolicy({ zone: 7, sitesOn: ["*"], cacheMin: 0 });
  expect(Object.keys(policy)).toEqual(["cacheMin"]);
});

test("leaves the invalid entries of a list out, and reports each", () => {
  const { policy, warnings } = readPolicy({ sitesOff: ["a.example", 5, "ftp://b.example/*"] });
  expect(policy).toEqual({ sitesOff: ["*://a.example/*"] });
  expect(warnings).toEqual([
    { why: "invalid", key: "sitesOff", given: "5" },
    { why: "invalid", key: "sitesOff", given: "ftp://b.example/*" },
  ]);
});

describe("a list", () => {
  const sites = (count: number) => Array.from({ length: count }, (_, n) => `*://${n}.example/*`);
  const patterns = (count: number) => Array.from({ length: count }, (_, n) => `{digit:${n + 8}}`);

  test.each<[key: string, list: (count: number) => string[], max: number]>([
    ["sitesOff", sites, SITES_MAX],
    ["subjectPatterns", patterns, SUBJECT_PATTERNS_MAX],
  ])("that is too long is truncated, and reported: %s", (key, list, max) => {
    expect(readPolicy({ [key]: list(max) })).toEqual({
      policy: { [key]: list(max) },
      warnings: [],
    });
    expect(readPolicy({ [key]: list(max + 1) })).toEqual({
      policy: { [key]: list(max) },
      warnings: [{ why: "too-many", key }],
    });
  });

  test("uses duplicates once", () => {
    const sitesOff = ["a.example", "b.example", "*://a.example/*"];
    expect(readPolicy({ sitesOff })).toEqual({
      policy: { sitesOff: ["*://a.example/*", "*://b.example/*"] },
      warnings: [],
    });
  });
});

test("reports an unknown key, and limits the number of warnings", () => {
  expect(readPolicy({ zones: "z" }).warnings).toEqual([{ why: "unknown-key", key: "zones" }]);
  expect(readPolicy(JSON.parse('{"__proto__": {"zone": "z"}, "constructor": 1}'))).toEqual({
    policy: {},
    warnings: [
      { why: "unknown-key", key: "__proto__" },
      { why: "unknown-key", key: "constructor" },
    ],
  });
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`key${n}`, 1]));
  expect(readPolicy(many).warnings).toHaveLength(POLICY_WARNINGS_MAX);
});

describe("a secret", () => {
  const SECRET = "kc-7Zp0QyXw3VnB8mLr5TtA";

  test.each([
    "apiKey",
    "api_key",
    "clientSecret",
    "client_id",
    "passphrase",
    "password",
    "token",
    "bearer",
  ])("with the name %s is refused with its own warning, and never quoted", (key) => {
    const reading = readPolicy({ [key]: SECRET });
    expect(reading).toEqual({ policy: {}, warnings: [{ why: "secret", key }] });
  });

  test.each(["zone", "keepKey", "consoleUrl", "sitesOn", "subjectPatterns"])(
    "in %s by mistake isn't quoted in full",
    (key) => {
      const { policy, warnings } = readPolicy({ [key]: { nested: SECRET }, [SECRET]: SECRET });
      expect(policy).toEqual({});
      expect(warnings).toHaveLength(2);
      expect(JSON.stringify(warnings)).not.toContain(SECRET.slice(0, 8));
    },
  );
});

describe("a site", () => {
  test.each<[string, "on" | "off", string | undefined]>([
    ["tickets.example.com", "on", "https://tickets.example.com/*"],
    ["tickets.example.com", "off", "*://tickets.example.com/*"],
    ["*.example.com", "off", "*://*.example.com/*"],
    ["HTTPS://Tickets.Example.com", "on", "https://tickets.example.com/*"],
    ["http://127.0.0.1/*", "on", "http://127.0.0.1/*"],
    ["https://bücher.example/", "on", "https://xn--bcher-kva.example/*"],
    ["*://*/*", "off", "*://*/*"],
    ["*", "off", "*://*/*"],
    ["https://*/*", "off", "https://*/*"],
    ["http://tickets.example.com", "off", "http://tickets.example.com/*"],
    ["tickets.example.com/*", "on", "https://tickets.example.com/*"],
    [" tickets.example.com ", "on", "https://tickets.example.com/*"],
    ["*", "on", undefined],
    ["https://*/*", "on", undefined],
    ["*://tickets.example.com/*", "on", undefined],
    ["https://tickets.example.com:8443/*", "on", undefined],
    ["https://tick*.example.com/*", "off", undefined],
    ["https://a@tickets.example.com/*", "off", undefined],
    ["file:///etc/*", "off", undefined],
    ["*.*.example.com", "off", undefined],
    ["https://tickets.example.com/?a", "off", undefined],
    ["https://tickets.example.com?a", "off", undefined],
    ["https://tickets.example.com#a", "off", undefined],
    ["tickets.example.com desk.example.com", "off", undefined],
    ["at https://tickets.example.com", "off", undefined],
    ["xhttps://tickets.example.com", "off", undefined],
    ["https://tickets.example.com/*/*", "off", undefined],
    ["tickets_example.com", "off", undefined],
    ["tickets.example.com\\.example", "off", undefined],
    ["*.", "off", undefined],
    ["", "off", undefined],
  ])("%j turned %s is %s", (text, use, pattern) => {
    expect(policySite(text, use)).toBe(pattern);
  });

  test("accepts the maximum number of characters, and not one more", () => {
    const most = `${"a.".repeat(SITE_MAX_CHARS)}example`.slice(-SITE_MAX_CHARS);
    expect(policySite(most, "on")).toBe(`https://${most}/*`);
    expect(policySite(`a${most}`, "on")).toBeUndefined();
  });
});
