import { findMentions } from "../../mentions/index.ts";
import { personInLink } from "../../person-in-link.ts";
import type { Query } from "../../query.ts";
import { isIncomparable, isNameBeside } from "../behind/agreement.ts";
import { isRenderedIn, nodesIn } from "../behind/shown.ts";
import { attribute, isElement } from "../dom.ts";
import { queryOf } from "../found.ts";
import { words } from "../words.ts";
import { GROUP_NODES, groupsAround } from "./groups-around.ts";

/** Maximum number of nodes around a name that are searched for an address, rendered or not. */
const NEAR_NODES = 2 * GROUP_NODES;

/**
 * Whether the nearest rendered address around a name can be that person's. Excludes most words that aren't names before
 * `inGroup`, which must check for everything around them whether it is rendered.
 */
export function isNextToItsAddress(name: string, element: Element): boolean {
  const budget = { nodes: NEAR_NODES };
  for (const { element: group, known } of groupsAround(element)) {
    for (const node of nodesIn(group, budget, known)) {
      const [address] = addressesAt(node);
      if (address && isRenderedIn(node, group))
        return isIncomparable(name) || isNameBeside(name, address.value);
    }
    if (budget.nodes < 0) return false;
  }
  return false;
}

function addressesAt(node: Text | Element): Query[] {
  if (isElement(node)) return linkedIn([node]);
  if (!node.data.includes("@")) return [];
  return findMentions(words().textAround(node, 0).text).map(queryOf);
}

/** The people that mail and chat links among some nodes lead to, whether the links show pictures or words. */
export function linkedIn(shown: readonly Node[]): Query[] {
  return shown.flatMap((node) => {
    const href = node instanceof Element && node.localName === "a" ? attribute(node, "href") : null;
    const person = href ? personInLink(href, [], findMentions) : undefined;
    return person?.leads === "to" ? [person.query] : [];
  });
}
