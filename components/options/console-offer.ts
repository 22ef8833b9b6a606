import { consoleOrigin } from "../../lib/console-origin.ts";
import { CONSOLE_VALUES, type ConsoleValue } from "../../lib/console-template.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { DEFAULT_CONSOLE } from "../user/console-url.ts";

/** An offered template, and the reason for it. */
export interface ConsoleOffer {
  template: string;
  /**
   * "pasted": made from the address of a user's page. "likely": guessed from how Keycard's console names other pages.
   */
  from: "pasted" | "likely";
}

/** The format of user IDs that Keycard uses in practice. Keycard API notes, section 3. */
const USER_ID = /^[0-9a-z]{26}$/;

const hole = (name: ConsoleValue) => `{${name}}`;

/**
 * The template to offer for the field's text.
 *
 * @param zone the one in use: its slug and ID are recognized in an address
 * @returns undefined if the text is already a template, or an address without a user
 */
export function consoleOffer(text: string, zone: ZoneRef | undefined): ConsoleOffer | undefined {
  if (text === "") return { template: likely(zone), from: "likely" };
  const isTemplate = CONSOLE_VALUES.some((name) => text.includes(hole(name)));
  const template = isTemplate ? undefined : fromAddress(text, zone);
  return template === undefined ? undefined : { template, from: "pasted" };
}

/**
 * The path of a user's page isn't documented. That of a resource is, in Keycard's own plugins:
 * `/orgs/<organization>/zones/<zone>/resources/<resource>` (github.com/keycardai/plugins, 2026-11).
 */
function likely(zone: ZoneRef | undefined): string {
  // A link with an unknown value falls back to the root.
  const own = zone && zone.slug === undefined ? hole("zone_id") : hole("zone_slug");
  return `${DEFAULT_CONSOLE}/orgs/${hole("organization_id")}/zones/${own}/users/${hole("user_id")}`;
}

/** An address with its last user ID, and the zone's slug and ID, replaced by placeholders. */
function fromAddress(text: string, zone: ZoneRef | undefined): string | undefined {
  const origin = consoleOrigin(text);
  if (origin === undefined) return undefined;
  const words = text.slice(origin.length).split(/([/?#&=])/);
  const isUser = (word: string) => USER_ID.test(word) && word !== zone?.id;
  const user = words.findLastIndex(isUser);
  if (user === -1) return undefined;
  const open = words.map((word, place) => {
    if (place === user) return hole("user_id");
    if (word !== "" && word === zone?.slug) return hole("zone_slug");
    return word !== "" && word === zone?.id ? hole("zone_id") : word;
  });
  return origin + open.join("");
}
