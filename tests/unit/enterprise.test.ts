import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONSOLE_VALUES } from "../../lib/console-template.ts";
import { CACHE_MAX_MIN, LOCK_AFTER_MAX_MIN, LOCK_AFTER_MIN } from "../../lib/limits.ts";
import { gecko } from "../../lib/manifest.ts";
import { POLICY_KEYS, readPolicy } from "../../lib/settings/policy.ts";
import { all, section } from "./markdown.ts";

/** What an organization can set is the same in the code, in the browser's schema and in docs/enterprise.md. */

const PAGE = "docs/enterprise.md";
const schema = JSON.parse(readFileSync("public/managed-schema.json", "utf8")) as {
  type: string;
  properties: Record<string, { type: string; items?: { type: string }; description: string }>;
};

const rows = section(PAGE, "## What can be set")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("the browser's schema", () => {
  test("has the keys of the code, and no others", () => {
    expect(schema.type).toBe("object");
    expect(Object.keys(schema.properties)).toEqual(POLICY_KEYS);
  });

  // Chromium drops values that don't match it, without telling the extension: the extension has to report whatever it
  // can.
  test("checks only types", () => {
    for (const [key, { type, items, ...rest }] of Object.entries(schema.properties)) {
      expect(Object.keys(rest), key).toEqual(["title", "description"]);
      expect(items, key).toEqual(type === "array" ? { type: "string" } : undefined);
    }
  });
});

describe(`the table of ${PAGE}`, () => {
  test("has the keys of the code, with their types", () => {
    const types = rows.map(([key, type = ""]) => [key, type.replace(/,.*/, "")]);
    const words = { array: "list of strings" } as Record<string, string>;
    expect(types).toEqual(
      POLICY_KEYS.map((key) => {
        const { type = "" } = schema.properties[key] ?? {};
        return [`\`${key}\``, words[type] ?? type];
      }),
    );
  });

  test("states the limits correctly", () => {
    const cells = Object.fromEntries(rows.map(([key = "", ...rest]) => [key, rest.join(" ")]));
    expect(cells["`lockAfterMin`"]).toContain(`1 to ${LOCK_AFTER_MAX_MIN} ${LOCK_AFTER_MIN},`);
    expect(cells["`cacheMin`"]).toContain(`0 to ${CACHE_MAX_MIN} ${CACHE_MAX_MIN} `);
    for (const value of CONSOLE_VALUES) expect(cells["`consoleUrl`"]).toContain(`{${value}}`);
  });
});

/** The code blocks in a language. */
const blocks = (language: string) =>
  all(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"), readFileSync(PAGE, "utf8"));

/** What the examples of the page set. */
const examples: [string, Record<string, unknown>][] = [
  ...blocks("json").map((text): [string, Record<string, unknown>] => {
    const file = JSON.parse(text);
    return file.policies
      ? ["Firefox", file.policies["3rdparty"].Extensions["keycard-lookup@example.com"]]
      : ["Chrome on Linux", file["3rdparty"].extensions["EXTENSION_ID"]];
  }),
  ...blocks("reg").map((text): [string, Record<string, unknown>] => ["Windows", ofRegistry(text)]),
  ...blocks("xml").map((text): [string, Record<string, unknown>] => ["macOS", ofProfile(text)]),
];

/** The values below `…\EXTENSION_ID\policy`, as Chromium converts them from a registry by the schema. */
function ofRegistry(text: string): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const part of text.split(/^\[/m)) {
    const [, list] = /EXTENSION_ID\\policy(?:\\(\w+))?\]/.exec(part) ?? [];
    if (!part.includes("\\policy")) continue;
    for (const [, name = "", string, dword = ""] of part.matchAll(
      /^"(\w+)"=(?:"(.*)"|dword:([0-9a-f]{8}))$/gm,
    )) {
      const number = Number.parseInt(dword, 16);
      const value = string ?? (schema.properties[name]?.type === "boolean" ? number === 1 : number);
      if (list === undefined) set[name] = value;
      else set[list] = [...((set[list] as unknown[] | undefined) ?? []), value];
    }
  }
  return set;
}

/** The settings payload of a configuration profile. */
function ofProfile(text: string): Record<string, unknown> {
  const [, payload = ""] = text.split("com.google.Chrome.extensions.EXTENSION_ID</string>");
  const [settings = ""] = payload.split("</dict>");
  const set: Record<string, unknown> = {};
  for (const [, name = "", value = ""] of settings.matchAll(
    /<key>(\w+)<\/key>\s*(<array>.*<\/array>|<(?:true|false)\/>|<\w+>.*<\/\w+>)/g,
  )) {
    if (name.startsWith("Payload")) continue;
    const strings = all(/<string>(.*?)<\/string>/g, value);
    const [integer] = all(/<integer>(\d+)</g, value);
    if (value.startsWith("<array>")) set[name] = strings;
    else if (integer !== undefined) set[name] = Number(integer);
    else set[name] = strings[0] ?? value === "<true/>";
  }
  return set;
}

describe(`the examples of ${PAGE}`, () => {
  test("include one for each way", () => {
    expect(new Set(examples.map(([where]) => where))).toEqual(
      new Set(["Chrome on Linux", "Firefox", "Windows", "macOS"]),
    );
    expect(examples).toHaveLength(4);
  });

  test.each(examples)("%s: sets every key, rightly", (_, policy) => {
    const { warnings } = readPolicy(policy);
    expect(warnings).toEqual([]);
    expect(new Set(Object.keys(policy))).toEqual(new Set(POLICY_KEYS));
  });

  test("are the same on each system", () => {
    const [[, first = {}] = []] = examples;
    for (const [where, policy] of examples) expect(policy, where).toEqual(first);
  });

  test("name the add-on as the build does", () => {
    expect(gecko.id).toBe("keycard-lookup@example.com");
  });
});
