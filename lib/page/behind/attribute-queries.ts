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

/** A person, and the kind of source that names them. */
export interface SourcedQuery {
  query: Query;
  source: Source;
}

/** Characters of a label or tooltip that are read, at most. */
const TEXT_MAX_CHARS = 400;

/** What screen readers say instead of an element's text. */
const LABEL = /^(?:aria-label|aria-description|alt|label|data-label)$/;

/** What libraries show next to a hovered element, or have moved there from `title` for that purpose. */
const TOOLTIP =
  /^(?:title|content)$|tooltip|tippy|popover|hovertext|-title$|-content$|-tip$|-hint$|^ng-reflect-message$/;

const FIELD = /^(?:input|textarea|select)$/;

/** Attributes whose value can be a user ID. */
const OF_PERSON = /user|person|people|member|owner|author|assign|requester|profile|sub(?:ject)?$/;

/**
 * The people that the attributes of an element name: in labels and tooltips, and in any attribute whose whole value is
 * one address.
 */
export function* queriesFromAttributes(
  element: Element,
  patterns: readonly SubjectPattern[],
): Generator<SourcedQuery> {
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const value = attribute(element, name) ?? "";
    if (value.length < 6 || isUnrelated(name)) continue;
    const isLabel = LABEL.test(name);
    // In an attribute that can contain a secret, only an address counts.
    const maySecret = mayHoldSecret(name);
    const isSaid = !maySecret && (isLabel || TOOLTIP.test(name));
    // A field shows its value, or hides it on purpose: never read a password's `value`.
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

/** A tooltip without markup, which some libraries write into attributes; keeps the brackets around an address. */
function plain(value: string): string {
  return value.slice(0, TEXT_MAX_CHARS).replace(/<\/?[a-z][a-z\d]*(?:\s[^<>@]*)?\/?>/gi, " ");
}

/** What can be before and after the only address of a value: a name, as in mail headers. */
const BEFORE = /^\s*(?:mailto:)?$|^[^@<>()[\]{}:;|]{0,100}[<(]\s*$/i;
const AFTER = /^\s*$|^\s*[>)]\s*$/;

/** The address that makes up a value, alone or with a name; an ID only if patterns are given. */
function wholly(value: string, patterns: readonly SubjectPattern[] | undefined): Query | undefined {
  if (value.length > TEXT_MAX_CHARS || (!patterns && !value.includes("@"))) return undefined;
  const [mention, second] = findMentions(value, patterns);
  if (!mention || second || (mention.kind !== "email" && !patterns)) return undefined;
  const { start, end } = mention;
  const quoted = value.slice(0, start).replace(/"[^"]*"/, "");
  return BEFORE.test(quoted) && AFTER.test(value.slice(end)) ? queryOf(mention) : undefined;
}

/** ARIA attributes that refer to text that labels or describes an element. */
const REFERENCES = {
  "aria-labelledby": "label",
  "aria-describedby": "tooltip",
  "aria-details": "tooltip",
} as const;

/** IDs of one such attribute that are followed, at most. */
const REFERENCES_MAX = 4;

/**
 * The people named by the texts to which an element refers, in its own tree, visible or not: libraries render tooltips
 * elsewhere in the page. Not for fields: what describes a field is an example of what to type.
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

/** The people that the text of a label or tooltip names, unless it is about someone other than its element shows. */
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
    // One word on a button says what it does, such as "Assign", and the label says to whom.
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
