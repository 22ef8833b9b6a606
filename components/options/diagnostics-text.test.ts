import { expect, test } from "vitest";
import type { Diagnostics } from "../../lib/contract/diagnostics.ts";
import { sampleEnvironment } from "../testing/fake-background.ts";
import { diagnosticsText } from "./diagnostics-text.ts";

const diagnostics: Diagnostics = {
  connection: "ready",
  key: { kind: "service-account", way: "passphrase" },
  kept: { found: 12, absent: 3, inconclusive: 1, contract: "first-100" },
  failures: [{ why: "limited", count: 2, lastAt: 60_000, status: 429 }],
  marks: 1,
  subjects: 2,
  policy: { keys: ["zone"], warnings: 0 },
};

const parts = {
  version: "1.2.3",
  apiOrigin: "https://api.keycard.ai",
  shortcut: "Alt+Shift+K",
  environment: sampleEnvironment,
  diagnostics,
  now: 360_000,
};

test("contains everything in plain lines, the same in every language", () => {
  expect(diagnosticsText(parts)).toMatchInlineSnapshot(`
    "Keycard Lookup diagnostics
    Version: 1.2.3
    API: https://api.keycard.ai
    API may be contacted: yes
    Browser: Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0
    Language: en-GB
    Permissions: activeTab, storage
    Sites switched on: 2
    Allowed in private windows: no
    Shortcut: Alt+Shift+K
    Connection: ready
    Key: service-account, kept: passphrase
    Zone's list: not filtered, shows the first 100 only
    Answers kept: 12 found, 3 absent, 1 inconclusive
    Sites with underlines: 1
    Subject patterns: 2
    Set by the organization: zone (not used: 0)
    Errors in this browser session:
    - limited (HTTP 429): 2, last 5 min ago
    "
  `);
});

test("contains nothing about a private deployment, not even its name", () => {
  const text = diagnosticsText({ ...parts, apiOrigin: "https://keycard.big-bank.example" });
  expect(text).toContain("API: set by the build");
  expect(text).not.toContain("big-bank");
});

test("contains nothing that the background knows about people, zones and keys, even if it were passed in", () => {
  const CANARIES = ["ada@example.com", "ab3def8hij2klm9opq5rst7uvw", "zone-id-1", "kc-secret"];
  const [user, id, zone, secret] = CANARIES;
  const more = {
    ...diagnostics,
    user,
    zone: { id: zone, name: zone },
    key: { ...diagnostics.key, kind: "api-key", way: "device", secret, id },
    failures: [
      {
        ...diagnostics.failures[0],
        why: "server",
        count: 1,
        lastAt: 0,
        detail: user,
        message: id,
      },
    ],
  } as unknown as Diagnostics;
  const text = diagnosticsText({ ...parts, diagnostics: more });
  for (const canary of CANARIES) expect.soft(text).not.toContain(canary);
});
