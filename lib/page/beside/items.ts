import { findMentions, mentionFromMailto } from "../../mentions/index.ts";
import { onePerson } from "../../one-person.ts";
import type { Query } from "../../query.ts";
import { allBelow, attribute, closest } from "../dom.ts";
import { queryOf } from "../found.ts";

/**
 * Microdata (https://html.spec.whatwg.org/multipage/microdata.html) and microformats
 * (https://microformats.org/wiki/h-card).
 */

const NAME =
  '[itemprop~="name"], [itemprop~="givenName"], [itemprop~="familyName"], [itemprop~="alternateName"], .fn, .p-name, .p-given-name, .p-family-name, .p-nickname';
const ITEM = "[itemscope], .vcard, .h-card";
const EMAIL = '[itemprop~="email"], .email, .u-email';

/** The address of the item whose name an element is in, if there is exactly one; nested items don't count. */
export function personOfItem(element: Element): Query | undefined {
  const name = closest(element, NAME);
  const item = name && closest(name, ITEM);
  if (!item) return undefined;
  const addresses: Query[] = [];
  for (const email of allBelow(item, EMAIL))
    if (closest(email, ITEM) === item) addresses.push(...addressesOf(email));
  const person = onePerson(addresses);
  return person === "several" ? undefined : person;
}

function addressesOf(email: Element): Query[] {
  const mailto = mentionFromMailto(attribute(email, "href") ?? "");
  if (mailto) return [mailto];
  const said = attribute(email, "content") ?? attribute(email, "value") ?? email.textContent ?? "";
  return findMentions(said).map(queryOf);
}
