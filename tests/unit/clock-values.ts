/** Which values of a source file come from a clock. */
import {
  children,
  isFunction,
  isNode,
  type Node,
  nameOf,
  partsOf,
  returned,
  visit,
} from "./syntax-tree.ts";

/** What a value has to do with a clock: nothing; a time; a duration, or whether it was long. */
export type Kind = "none" | "moment" | "span";

const READS =
  /(?:^|\.)(?:performance\.(?:now|measure)|Date\.now|(?:process\.)?(?:cpuUsage|hrtime)(?:\.bigint)?)$/;
/** Code that a browser gets as text. */
const READS_IN_TEXT = /\b(?:performance\.now|Date\.now|hrtime|cpuUsage)\b/;
/** Properties with a browser's timestamps. */
const STAMPS = /^(?:timeStamp|timeOrigin)$/;
/** Functions that convert a number into another one. Other functions receive a time as input, like any data. */
const CONVERTS = /^(?:Math\.\w+|Number|String|BigInt|Boolean)$/;
const ADDS = /^(?:push|unshift|add)$/;

/**
 * Tracks clock values through the variables, properties and functions of a file. Variables are tracked within their
 * top-level statement, usually one test; properties, and variables declared outside of the tests, in the whole file.
 *
 * @returns what each expression in a statement of the file is
 */
export function clockValues(body: Node[]): (statement: Node) => (value: unknown) => Kind {
  const ofFile = new Map<string, Kind>();
  const declared = new Set(body.flatMap(declaredBy));
  const ofStatements = new Map(body.map((statement) => [statement, new Map<string, Kind>()]));

  // A function's result can be set by one further down: repeat until nothing new is learned.
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const statement of body) visit(statement, (node) => learn(node, statement));
  }
  return (statement) => (value) => kindOf(value, statement);

  function learn(node: Node, statement: Node): void {
    const value = (part: unknown) => kindOf(part, statement);
    switch (node.type) {
      case "VariableDeclarator":
        bind(node["id"], value(node["init"]), statement);
        break;
      case "AssignmentExpression":
        bind(node["left"], value(node["right"]), statement);
        break;
      case "FunctionDeclaration":
        bind(node["id"], most(returned(node).map(value)), statement);
        break;
      case "ForOfStatement": {
        const { left } = node as unknown as { left: Node };
        const [first] = (left["declarations"] ?? []) as Node[];
        bind(first?.["id"] ?? left, value(node["right"]), statement);
        break;
      }
      case "Property":
        set(`.${nameOf(node["key"])}`, value(node["value"]), statement);
        break;
      case "CallExpression": {
        const callee = node["callee"] as Node;
        if (ADDS.test(nameOf(callee["property"])))
          bind(callee["object"], most(partsOf(node["arguments"]).map(value)), statement);
      }
    }
  }

  function bind(target: unknown, kind: Kind, statement: Node): void {
    if (!isNode(target)) return;
    switch (target.type) {
      case "Identifier":
        set(nameOf(target), kind, statement);
        break;
      case "MemberExpression":
        if (target["computed"]) bind(target["object"], kind, statement);
        else set(`.${nameOf(target["property"])}`, kind, statement);
        break;
      case "AssignmentPattern":
        bind(target["left"], kind, statement);
        break;
      case "RestElement":
        bind(target["argument"], kind, statement);
        break;
      case "ArrayPattern":
        for (const element of partsOf(target["elements"])) bind(element, kind, statement);
        break;
      case "ObjectPattern":
        for (const property of partsOf(target["properties"])) {
          const ofKey = get(`.${nameOf(property["key"])}`, statement);
          bind(property["value"], most([kind, ofKey]), statement);
        }
    }
  }

  function set(name: string, kind: Kind, statement: Node): void {
    if (kind === "none") return;
    const isOfFile = declared.has(name) || name.startsWith(".");
    const kinds = isOfFile ? ofFile : ofStatements.get(statement);
    const known = kinds?.get(name) ?? "none";
    if (most([kind, known]) === known) return;
    kinds?.set(name, kind);
    isNew = true;
  }

  function get(name: string, statement: Node): Kind {
    return ofStatements.get(statement)?.get(name) ?? ofFile.get(name) ?? "none";
  }

  function kindOf(node: unknown, statement: Node): Kind {
    if (!isNode(node)) return "none";
    const value = (part: unknown) => kindOf(part, statement);
    switch (node.type) {
      case "Identifier":
        return get(nameOf(node), statement);
      case "MemberExpression": {
        const property = nameOf(node["property"]);
        if (STAMPS.test(property) || READS.test(nameOf(node))) return "moment";
        return most([value(node["object"]), get(`.${property}`, statement)]);
      }
      case "NewExpression":
        return nameOf(node["callee"]) === "Date" && partsOf(node["arguments"]).length === 0
          ? "moment"
          : "none";
      case "CallExpression": {
        const name = nameOf(node["callee"]);
        const given = partsOf(node["arguments"]);
        if (READS.test(name)) return "moment";
        const passedOn = CONVERTS.test(name) ? given : given.filter(isFunction);
        return most([
          value(node["callee"]),
          ...passedOn.map(value),
          given.some(isCodeThatReads) ? "moment" : "none",
        ]);
      }
      case "BinaryExpression":
        return ofOperator(node, value(node["left"]), value(node["right"]));
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return most(returned(node).map(value));
      case "Property":
        return value(node["value"]);
      case "AssignmentExpression":
        return value(node["right"]);
      case "UnaryExpression":
      case "AwaitExpression":
      case "SpreadElement":
      case "LogicalExpression":
      case "ConditionalExpression":
      case "ArrayExpression":
      case "ObjectExpression":
      case "ChainExpression":
      case "ParenthesizedExpression":
      case "SequenceExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
        return most(children(node).map(value));
      default:
        return "none";
    }
  }
}

/** A time minus a number is another time; minus anything else it is a duration. */
function ofOperator(node: Node, left: Kind, right: Kind): Kind {
  const either = most([left, right]);
  const operator = String(node["operator"]);
  if (either === "none" || /^[<>]=?$/.test(operator)) return either === "none" ? "none" : "span";
  if (operator === "-") return right === "none" && isNumber(node["right"]) ? left : "span";
  return /^[+*/%]$/.test(operator) ? either : "none";
}

/** Literals, constants, and arithmetic with them. */
function isNumber(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === "BinaryExpression") return isNumber(node["left"]) && isNumber(node["right"]);
  return node.type === "Literal" || /^[A-Z][A-Z\d_]+$/.test(nameOf(node));
}

function isCodeThatReads(node: Node): boolean {
  if (node.type === "Literal") return READS_IN_TEXT.test(String(node["value"]));
  if (node.type !== "TemplateLiteral") return false;
  const quasis = node["quasis"] as { value: { raw: string } }[];
  return quasis.some(({ value }) => READS_IN_TEXT.test(value.raw));
}

function declaredBy(statement: Node): string[] {
  const node = isNode(statement["declaration"]) ? statement["declaration"] : statement;
  const targets = [node["id"], ...partsOf(node["declarations"]).map(({ id }) => id)];
  const names: string[] = [];
  for (const target of targets.filter(isNode))
    visit(target, (part) => part.type === "Identifier" && names.push(nameOf(part)));
  return names;
}

export const most = (kinds: Kind[]): Kind =>
  kinds.includes("span") ? "span" : kinds.includes("moment") ? "moment" : "none";
