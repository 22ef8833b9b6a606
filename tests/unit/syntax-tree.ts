/** Walks the syntax tree that Vite's parser creates from a source file. */

export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;

/** The nodes of a list, which can have gaps or be missing. */
export const partsOf = (nodes: unknown): Node[] =>
  (Array.isArray(nodes) ? nodes : []).filter(isNode);

export const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Visits a node and everything in it, from the outside in. */
export function visit(node: Node, see: (node: Node) => unknown): void {
  see(node);
  for (const child of children(node)) visit(child, see);
}

/** `performance.now` of that expression, `title` of an attribute; empty for a node without a name. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "ChainExpression") return nameOf(node["expression"]);
  if (node.type !== "MemberExpression") return String(node["name"] ?? node["value"] ?? "");
  const object = nameOf(node["object"]);
  return object === "" ? nameOf(node["property"]) : `${object}.${nameOf(node["property"])}`;
}

export const isFunction = ({ type }: Node) =>
  type === "ArrowFunctionExpression" || type === "FunctionExpression";

/** What a function returns, but not what functions inside it return. */
export function returned(node: Node): Node[] {
  const { body } = node as unknown as { body: Node | null };
  if (!body) return [];
  if (body.type !== "BlockStatement") return [body];
  const values: Node[] = [];
  const look = (part: Node): void => {
    if (part.type === "ReturnStatement" && isNode(part["argument"])) values.push(part["argument"]);
    if (!isFunction(part) && part.type !== "FunctionDeclaration") children(part).forEach(look);
  };
  look(body);
  return values;
}
