import { findMentions, type SubjectPattern } from "../../mentions/index.ts";
import type { Query } from "../../query.ts";
import type { Source } from "../../source.ts";
import { attribute, treeOf } from "../dom.ts";
import { queryOf } from "../found.ts";
import { asReadableField } from "../look/fields.ts";
import { isAboutSomeoneElse } from "./agreement.ts";
import { isUnrelated, mayHoldSecret } from "./attribute-names.ts";
import { isWhole } from "./carriers.ts";
import { linesIn } from "./shown.ts";

/** Somebody whom something names, and what that is. */
export interface SourcedQuery {
  query: Query;
  source: Source;
}

/** Characters of a label or tooltip that are read. */
const TEXT_MAX_CHARS = 400;

/** What people hear of an element in the place of its text. */
const LABEL = /^(?:aria-label|aria-description|alt|label|data-label)$/;

/** What libraries show beside an element when it is hovered, or have taken from it to do so. */
const TOOLTIP =
  /^(?:title|content)$|tooltip|tippy|popover|hovertext|-title$|-content$|-tip$|-hint$|^ng-reflect-message$/;

const FIELD = /^(?:input|textarea|select)$/;

/** Attributes whose value may be somebody's ID. */
const OF_PERSON = /user|person|people|member|owner|author|assign|requester|profile|sub(?:ject)?$/;

/** Whom the attributes of an element name: its labels and tooltips, and any whose whole value is one address. */
export function* queriesFromAttributes(
  element: Element,
  patterns: readonly SubjectPattern[],
): Generator<SourcedQuery> {
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const value = attribute(element, name) ?? "";
    if (value.length < 6 || isUnrelated(name)) continue;
    const isLabel = LABEL.test(name);
    // What may be a secret is an address, or nobody.
    const maySecret = mayHoldSecret(name);
    const isSaid = !maySecret && (isLabel || TOOLTIP.test(name));
    // What a field holds is shown by it, or not to be seen: never a password's value.
    if (!isSaid && FIELD.test(element.localName)) continue;
    if (isSaid) {
      const source = isLabel ? "label" : "tooltip";
      yield* queriesFromText(plain(value), source, element, patterns);
    } else {
      const query = wholly(value, OF_PERSON.test(name) && !maySecret ? patterns : undefined);
      if (query) yield { query, source: "data" };
    }
  }
}

/** A tooltip's markup, which some libraries write into attributes; not the brackets around an address. */
function plain(value: string): string {
  return value.slice(0, TEXT_MAX_CHARS).replace(/<\/?[a-z][a-z\d]*(?:\s[^<>@]*)?\/?>/gi, " ");
}

/** What may stand before and behind the one address of a value: a name, as mail has it. */
const BEFORE = /^\s*(?:mailto:)?$|^[^@<>()[\]{}:;|]{0,100}[<(]\s*$/i;
const BEHIND = /^\s*$|^\s*[>)]\s*$/;

/** The address that a value is, alone or with a name; an ID only where patterns are given. */
function wholly(value: string, patterns: readonly SubjectPattern[] | undefined): Query | undefined {
  if (value.length > TEXT_MAX_CHARS || (!patterns && !value.includes("@"))) return undefined;
  const [mention, second] = findMentions(value, patterns);
  if (!mention || second || (mention.kind !== "email" && !patterns)) return undefined;
  const { start, end } = mention;
  const quoted = value.slice(0, start).replace(/"[^"]*"/, "");
  return BEFORE.test(quoted) && BEHIND.test(value.slice(end)) ? queryOf(mention) : undefined;
}

/** What refers to text that says what an element is, or describes it. */
const REFERENCES = {
  "aria-labelledby": "label",
  "aria-describedby": "tooltip",
  "aria-details": "tooltip",
} as const;

/** IDs of one such attribute that are followed. */
const REFERENCES_MAX = 4;

/**
 * Whom the texts name that an element refers to, in its own tree, shown or not: libraries draw a tooltip elsewhere. What
 * describes a field is an example of what to type.
 */
export function* queriesFromReferences(
  element: Element,
  patterns: readonly SubjectPattern[],
): Generator<SourcedQuery> {
  if (asReadableField(element)) return;
  for (const [name, source] of Object.entries(REFERENCES))
    for (const text of referredTo(element, name))
      yield* queriesFromText(text, source, element, patterns);
  if (!(element instanceof SVGElement)) return;
  for (const child of element.children)
    if (child.localName === "title")
      yield* queriesFromText(textOf(child), "tooltip", element, patterns);
}

/** Whom the text of a label or tooltip names, unless it is about another than whom its element shows. */
function* queriesFromText(
  text: string,
  source: Source,
  element: Element,
  patterns: readonly SubjectPattern[],
): Generator<SourcedQuery> {
  const mentions = findMentions(text, patterns);
  const [mention] = mentions;
  const shownNames = () => {
    const lines = linesIn(element) ?? [];
    // One word on a button says what it does: "Assign", and the label whom to.
    return isWhole(element) ? lines.filter((line) => /\s/.test(line)) : lines;
  };
  if (mention && !mentions[1] && isAboutSomeoneElse(text, mention, shownNames)) return;
  for (const one of mentions) yield { query: queryOf(one), source };
}

function* referredTo(element: Element, name: string): Generator<string> {
  const ids = attribute(element, name)?.trim().split(/\s+/, REFERENCES_MAX) ?? [];
  const tree = treeOf(element);
  for (const id of ids) {
    const other =
      tree instanceof Document || tree instanceof ShadowRoot ? tree.getElementById(id) : null;
    if (other) yield textOf(other);
  }
}

function textOf(element: Element): string {
  return (element.textContent ?? "").slice(0, TEXT_MAX_CHARS);
}
