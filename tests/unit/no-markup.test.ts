import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { filesBelow } from "./files-below.ts";
import { type Node, nameOf, visit } from "./syntax-tree.ts";

/** Text never becomes markup or code: nothing of ours uses what creates elements from text. */

const MAKES_MARKUP = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "dangerouslySetInnerHTML",
  "setHTML",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "parseFromString",
  "createContextualFragment",
  "srcdoc",
  "srcDoc",
  "write",
  "writeln",
]);

/** Where such a name is used: as a property, an attribute, or a string that can be either. */
function markupIn(path: string, source: string): string[] {
  const found: string[] = [];
  // Most files contain none of them, and don't need to be parsed.
  if (![...MAKES_MARKUP].some((name) => source.includes(name))) return found;
  visit(parseSync(path, source).program as unknown as Node, (node) => {
    const name = nameOf(node).split(".").at(-1) ?? "";
    // Other objects have a `write` too; a document's is recognized by the object it is called on.
    const isOthers = /^write/.test(name) && !/(?:^|\.)\w*[dD]ocument\.write/.test(nameOf(node));
    if (MAKES_MARKUP.has(name) && !isOthers)
      found.push(`${path}:${source.slice(0, node.start).split("\n").length}: ${name}`);
  });
  return [...new Set(found)];
}

const files = ["components", "entrypoints", "lib"]
  .flatMap((top) => filesBelow(top, /\.tsx?$/))
  .filter((path) => !/\.test\.tsx?$|^components\/testing\//.test(path));

test("no shipped file turns text into markup", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((path) => markupIn(path, readFileSync(path, "utf8")))).toEqual([]);
});

test.each([
  "element.innerHTML = text",
  "element?.outerHTML",
  'element["innerHTML"] = text',
  "Object.assign(element, { innerHTML: text })",
  "const { innerHTML } = element",
  'element.insertAdjacentHTML("beforeend", text)',
  "<p dangerouslySetInnerHTML={{ __html: text }} />",
  "<iframe srcDoc={text} />",
  'element.setAttribute("srcdoc", text)',
  "document.write(text)",
  "frame.contentDocument.writeln(text)",
  'new DOMParser().parseFromString(text, "text/html")',
  "range.createContextualFragment(text)",
])("finds: %s", (source) => {
  expect(markupIn("some.tsx", source)).toHaveLength(1);
});

test.each(["element.textContent = text", "writer.write(text)", 'const said = "no innerHTML here"'])(
  "ignores: %s",
  (source) => {
    expect(markupIn("some.tsx", source)).toEqual([]);
  },
);
