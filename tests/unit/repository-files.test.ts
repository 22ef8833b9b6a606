import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import biome from "../../biome.json" with { type: "json" };
import words from "../../locales/en.json" with { type: "json" };
import { filesBelow } from "./files-below.ts";

/** Files that only editors and GitHub read: what they have in common must match. */

const read = (path: string) => readFileSync(path, "utf8");

test(".editorconfig formats as Biome does", () => {
  const { indentStyle, indentWidth, lineWidth } = biome.formatter;
  const settings = Object.fromEntries(
    [...read(".editorconfig").matchAll(/^(\w+) = (.+)$/gm)].map(([, key, value]) => [key, value]),
  );
  expect(settings).toMatchObject({
    indent_style: indentStyle,
    indent_size: String(indentWidth),
    max_line_length: String(lineWidth),
    end_of_line: "lf",
    insert_final_newline: "true",
  });
});

describe.each(filesBelow(".github/ISSUE_TEMPLATE", /^(?!config).*\.yml$/))("%s", (path) => {
  interface Field {
    type: string;
    id?: string;
    attributes: { label?: string; value?: string };
  }
  const { name, description, body }: { name: string; description: string; body: Field[] } = parse(
    read(path),
  );

  test("has what GitHub requires of a form", () => {
    expect(name).not.toBe("");
    expect(description).not.toBe("");
    const fields = body.filter(({ type }) => type !== "markdown");
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of fields) {
      expect(type).toMatch(/^(?:textarea|input|dropdown|checkboxes)$/);
      expect(id).toMatch(/^[a-z-]+$/);
      expect(attributes.label).toMatch(/\w/);
    }
  });

  test("keeps people and keys out, and asks for diagnostics, under the name of its button", () => {
    expect(body[0]?.attributes.value).toContain(
      "leave out keys, and the names, addresses and IDs of real people",
    );
    expect(read(path)).toContain(`*${words.options.diagnostics.copy}*`);
  });
});
