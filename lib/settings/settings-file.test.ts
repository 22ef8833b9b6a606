import { describe, expect, test } from "vitest";
import { SETTINGS_FILE_MAX_BYTES } from "../limits.ts";
import { type FileSettings, readSettingsFile, writeSettingsFile } from "./settings-file.ts";
import { SETTINGS_VERSION } from "./versions.ts";

const whole: FileSettings = {
  zone: { id: "acme5upp0rtz0ne7k2m9q4x1v8", name: "Acme" },
  modifier: null,
  hoverMs: 400,
  subjects: ["auth0|{hex:24}"],
  lockAfterMin: 5,
  consoleUrl: "https://console.example.com/{user_id}",
  theme: "dark",
  sites: ["https://tickets.example.com/*", "https://*.desk.example/*"],
  marks: ["https://tickets.example.com/*"],
};

const file = (settings: object, more: object = {}) =>
  JSON.stringify({
    format: "keycard-lookup-settings",
    version: SETTINGS_VERSION,
    settings,
    ...more,
  });

test("reads everything that it has written", () => {
  expect(readSettingsFile(writeSettingsFile(whole))).toEqual({ ok: true, settings: whole });
});

test("a file can contain only some of the settings", () => {
  expect(readSettingsFile(file({ theme: "light" }))).toEqual({
    ok: true,
    settings: { theme: "light" },
  });
});

test("a file can have no subject patterns, and the maximum size", () => {
  const text = file({ subjects: [] }).padEnd(SETTINGS_FILE_MAX_BYTES);
  expect(readSettingsFile(text)).toEqual({ ok: true, settings: { subjects: [] } });
  expect(readSettingsFile(`${text} `)).toEqual({ ok: false, problem: { why: "too-big" } });
});

test("reads a file of an older version like stored settings of that version", () => {
  expect(readSettingsFile(file({ lockAfterMin: 15, theme: "dark" }, { version: 1 }))).toEqual({
    ok: true,
    settings: { theme: "dark" },
  });
});

test("doesn't import what an update adds to stored settings", () => {
  const older = (settings: object) => readSettingsFile(file(settings, { version: 1 }));
  const zone = { id: "z", name: "Z" };
  expect(older({ zone, theme: "dark" })).toEqual({ ok: true, settings: { zone, theme: "dark" } });
  expect(older({ zone, firstRun: { done: true, skipped: [] } })).toEqual({
    ok: false,
    problem: { why: "unknown-key", key: "firstRun" },
  });
});

test("doesn't write sites that a file can't contain: all sites, or any scheme", () => {
  const sites = ["<all_urls>", "*://*/*", "*://desk.example/*", "https://a.example/*"];
  const read = readSettingsFile(writeSettingsFile({ ...whole, sites, marks: sites }));
  expect(read).toMatchObject({ settings: { sites: ["https://a.example/*"] } });
});

test("writes only its fields: no key, no passphrase, no person", () => {
  const canaries = {
    apiKey: "canary-key",
    passphrase: "canary-phrase",
    recents: ["canary@example.com"],
    zone: { id: "z", name: "Z", slug: "canary-slug", clientSecret: "canary-secret" },
  };
  const given = { ...whole, ...canaries };
  const { apiKey: _, passphrase: __, recents: ___, ...typed } = given;
  expect(writeSettingsFile(typed)).not.toContain("canary");
  // Even if the type is bypassed.
  expect(writeSettingsFile(given as FileSettings)).not.toContain("canary");
});

describe("an invalid file isn't imported, and the reason is reported", () => {
  test.each<[string, string, object]>([
    ["not JSON", "{", { why: "not-json" }],
    ["empty", "", { why: "not-json" }],
    ["other JSON", "[1]", { why: "not-ours" }],
    ["another format", file({}, { format: "other" }), { why: "not-ours" }],
    ["no version", file({}, { version: "1" }), { why: "not-ours" }],
    ["a newer version", file({ anything: 1 }, { version: SETTINGS_VERSION + 1 }), { why: "newer" }],
    ["no settings", file({}, { settings: [] }), { why: "not-ours" }],
    ["an unknown field", file({ color: "red" }), { why: "unknown-key", key: "color" }],
    [
      "an unknown field next to the settings",
      file({}, { apiKey: "k" }),
      { why: "unknown-key", key: "apiKey" },
    ],
    [
      "an unknown field inside the zone",
      file({ zone: { id: "z", secret: 1 } }),
      { why: "unknown-key", key: "secret" },
    ],
    ["a delay out of bounds", file({ hoverMs: 5 }), { why: "invalid", field: "hoverMs" }],
    ["an invalid pattern", file({ subjects: ["{oops"] }), { why: "invalid", field: "subjects" }],
    [
      "an invalid pattern next to a valid one",
      file({ subjects: ["{digit:21}", "{oops"] }),
      { why: "invalid", field: "subjects" },
    ],
    [
      "a pattern that isn't a string",
      file({ subjects: [1] }),
      { why: "invalid", field: "subjects" },
    ],
    ["an unknown modifier key", file({ modifier: "Hyper" }), { why: "invalid", field: "modifier" }],
    ["an unknown theme", file({ theme: "sepia" }), { why: "invalid", field: "theme" }],
    [
      "not https",
      file({ consoleUrl: "javascript:alert(1)" }),
      { why: "invalid", field: "consoleUrl" },
    ],
    ["all sites", file({ sites: ["*://*/*"] }), { why: "invalid", field: "sites" }],
    [
      "a page of a site",
      file({ marks: ["https://a.example/x"] }),
      { why: "invalid", field: "marks" },
    ],
    ["zero minutes", file({ lockAfterMin: 0 }), { why: "invalid", field: "lockAfterMin" }],
    ["null as the zone", file({ zone: null }), { why: "invalid", field: "zone" }],
    ["undefined as a string", file({ zone: "undefined" }), { why: "invalid", field: "zone" }],
    ["too large", `"${"a".repeat(SETTINGS_FILE_MAX_BYTES)}"`, { why: "too-big" }],
    ["too large in bytes", `"${"あ".repeat(SETTINGS_FILE_MAX_BYTES / 2)}"`, { why: "too-big" }],
  ])("%s", (_, text, problem) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, problem });
  });

  test("doesn't quote a name in full that may be a secret", () => {
    const key = "kc-7Zp0QyXw3VnB8mLr5TtA";
    const told = readSettingsFile(file({ [key]: 1 }));
    expect(JSON.stringify(told)).not.toContain(key.slice(0, 8));
  });
});
