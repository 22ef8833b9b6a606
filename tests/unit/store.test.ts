import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REASON_MAX, SHORT_MAX, storeTexts } from "../../packaging/store.ts";
import { readStoreSources } from "../../packaging/store-sources.ts";
import { all } from "./markdown.ts";

const sources = readStoreSources();
const made = storeTexts(sources);

test.each(Object.entries(made))(
  "docs/store/%s is what `npm run store` generates now",
  (name, text) => {
    expect(readFileSync(`docs/store/${name}`, "utf8")).toBe(text);
  },
);

test.each(Object.entries(sources.names))(
  "the short description in %s fits",
  (_, { description }) => {
    expect(description.length).toBeLessThanOrEqual(SHORT_MAX);
  },
);

describe("the reasons for permissions", () => {
  const text = made["permissions.md"] ?? "";
  const reasons = all(/```text\n([^`]+)\n```/g, text);

  test("are there for each permission and host, after the single purpose, and fit", () => {
    const headings = all(/^### (.+)$/gm, sources.permissions);
    const asked = all(/^## (.+)$/gm, text).slice(1, -1);
    expect(headings.slice(0, asked.length)).toEqual(asked);
    expect(reasons).toHaveLength(asked.length + 1);
    for (const reason of reasons) {
      expect.soft(reason.length, reason).toBeLessThanOrEqual(REASON_MAX);
      expect.soft(reason).not.toMatch(/[[\]`]|\.ts\b/);
    }
  });
});

describe("the pictures", () => {
  const SIZES = ["1280x800", "640x400", "440x280", "1400x560"];

  test("have sizes that stores accept", () => {
    expect(sources.pictures.length).toBeGreaterThan(0);
    for (const { file, width, height } of sources.pictures)
      expect.soft(SIZES, file).toContain(`${width}x${height}`);
  });
});

test("no privacy answer contradicts the Firefox manifest", () => {
  expect(() => storeTexts({ ...sources, declared: ["personallyIdentifyingInfo"] })).toThrow(
    "authenticationInfo",
  );
});
