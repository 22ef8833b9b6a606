import { parseSync } from "vite";
import { isNode, type Node, nameOf } from "./syntax-tree.ts";

/** A text in the code that a user could come to read. */
interface HardCoded {
  text: string;
  line: number;
}

/** Attributes that are read, on screen or aloud. */
const READ =
  /^(?:title|alt|placeholder|label|aria-(?:label|description|roledescription|valuetext))$/;

/** Two words, the first with a capital: `Not found`, but neither `button copy` nor `ArrowDown`. */
const SENTENCE = /^\P{L}*\p{Lu}\p{L}*[,:]?\s+(?:…\s+)?\S*\p{L}/u;

const LETTERS = /\p{L}{2}/u;

/**
 * The texts of a source file that look as if a user reads them: all words in JSX, attributes that are read, and
 * sentences anywhere else, except in thrown errors and types.
 *
 * @param path its name, which says whether there is JSX in it
 */
export function hardCoded(path: string, source: string): HardCoded[] {
  const found: HardCoded[] = [];
  const report = (text: string, { start }: Node) =>
    found.push({ text: text.trim(), line: source.slice(0, start).split("\n").length });
  walk(parseSync(path, source).program as unknown as Node, "code");
  return found;

  function walk(node: Node, place: "code" | "read"): void {
    const text = textOf(node);
    if (text !== undefined && (place === "read" ? LETTERS : SENTENCE).test(text))
      report(text, node);
    if (isNeverRead(node)) return;
    for (const [key, value] of Object.entries(node))
      for (const child of [value].flat()) if (isNode(child)) walk(child, placeOf(node, key, place));
  }
}

/** Whether a value is read unchanged. A call or a comparison turns it into something else. */
function placeOf(node: Node, key: string, place: "code" | "read"): "code" | "read" {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return key === "children" ? "read" : "code";
    case "JSXAttribute":
      return READ.test(nameOf(node["name"])) ? "read" : "code";
    case "JSXExpressionContainer":
    case "TemplateLiteral":
    case "ArrayExpression":
      return place;
    case "ConditionalExpression":
      return key === "test" ? "code" : place;
    case "LogicalExpression":
      return key === "right" ? place : "code";
    default:
      return "code";
  }
}

/** Errors are for developers; types and module names aren't values. */
function isNeverRead(node: Node): boolean {
  const { type } = node;
  return (
    type === "ThrowStatement" ||
    (type === "NewExpression" && nameOf(node["callee"]).endsWith("Error")) ||
    type === "ImportDeclaration" ||
    type === "TSTypeAliasDeclaration" ||
    type === "TSInterfaceDeclaration" ||
    type === "TSTypeAnnotation"
  );
}

function textOf(node: Node): string | undefined {
  if (node.type === "JSXText") return String(node["value"]);
  if (node.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node.type === "TemplateLiteral")
    return (node["quasis"] as { value: { raw: string } }[]).map(({ value }) => value.raw).join("…");
  return undefined;
}
