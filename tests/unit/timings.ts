import { parseSync } from "vite";
import { clockValues, type Kind, most } from "./clock-values.ts";
import { children, isNode, type Node, nameOf, partsOf, visit } from "./syntax-tree.ts";

/** An assertion that a slow machine can make fail. */
interface Timing {
  text: string;
  line: number;
}

/** Names of durations. Not `times`, which is a count. */
const SPANS = /(?:Ms|_MS|^ms|[tT]ime|[dD]uration|[eE]lapsed)$/;
const COMPARES = /^toBe(?:Less|Greater)Than(?:OrEqual)?$|^toBe(?:CloseTo|Within)$/;

/**
 * The assertions of a test that depend on a clock: on how long something took, on whether it was before or after a
 * time, or that run only if it took that long. Making data with a clock, or waiting until a time, doesn't count.
 *
 * @param path its name, which says whether there is JSX in it
 */
export function timings(path: string, source: string): Timing[] {
  const { body } = parseSync(path, source).program as unknown as { body: Node[] };
  const kinds = clockValues(body);
  const found = new Map<number, Timing>();
  for (const statement of body) {
    const kindOf = kinds(statement);
    visit(statement, (node) => {
      const { test, consequent, alternate } = node as Record<string, unknown>;
      if (node.type === "IfStatement" && kindOf(test) === "span")
        for (const branch of [consequent, alternate].filter(isNode))
          visit(branch, (inner) => (assertionOf(inner) || isExpect(inner)) && report(inner));
      const assertion = assertionOf(node);
      if (assertion && isTiming(assertion, kindOf)) report(node);
    });
  }
  return [...found.values()].sort((a, b) => a.line - b.line);

  function report({ start, end }: Node): void {
    const line = source.slice(0, start).split("\n").length;
    // The whole comes before its parts.
    if (!found.has(line)) found.set(line, { line, text: source.slice(start, Number(end)) });
  }
}

interface Assertion {
  matcher: string;
  actual: Node[];
  expected: Node[];
}

function isTiming({ matcher, actual, expected }: Assertion, kindOf: (node: Node) => Kind): boolean {
  const kind = most([...actual, ...expected].map(kindOf));
  if (!COMPARES.test(matcher)) return kind === "span";
  return kind !== "none" || [...actual, ...expected].some(isNamedSpan);
}

/** Whether a value, or an operand of it, is named like a duration. */
function isNamedSpan(value: Node): boolean {
  let isNamed = false;
  const look = (node: Node): void => {
    if (node.type === "Identifier") isNamed ||= SPANS.test(nameOf(node));
    else if (node.type === "MemberExpression") isNamed ||= SPANS.test(nameOf(node["property"]));
    else children(node).forEach(look);
  };
  look(value);
  return isNamed;
}

/** For `expect(actual).matcher(expected)`, with `.not` and the like in between, and any kind of expect. */
function assertionOf(node: Node): Assertion | undefined {
  const callee = node["callee"];
  if (node.type !== "CallExpression" || !isNode(callee) || callee.type !== "MemberExpression")
    return undefined;
  let object = callee["object"];
  while (isNode(object) && object.type === "MemberExpression") object = object["object"];
  if (!isNode(object) || !isExpect(object)) return undefined;
  return {
    matcher: nameOf(callee["property"]),
    actual: partsOf(object["arguments"]).slice(0, 1),
    expected: partsOf(node["arguments"]),
  };
}

const isExpect = (node: Node) =>
  node.type === "CallExpression" && /^expect(?:\.\w+)?$/.test(nameOf(node["callee"]));
