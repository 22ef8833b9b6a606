import { consoleOrigin } from "../../lib/console-origin.ts";
import type { ConsoleValue } from "../../lib/console-template.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";

/** The admin console's root; the path of a user's page isn't documented. Keycard API notes, section 6. */
export const DEFAULT_CONSOLE = "https://console.keycard.ai";

/** The fields of a user that a link can contain. */
interface LinkedUser {
  id: string;
  organization_id?: string | undefined;
  zone_id?: string | undefined;
}

/** The fragment of the options page at which the template is set. */
export const CONSOLE_OPTION = "#console";

/** An address in the admin console. */
export interface ConsoleAddress {
  href: string;
  /** "home": the same for everyone. */
  leadsTo: "user" | "home";
}

/**
 * The link to a user in the admin console.
 *
 * @param template https only, its origin written out; can contain `{organization_id}`, `{zone_id}`, `{zone_slug}`,
 * `{user_id}`
 * @returns undefined if the template isn't an https URL; its root if a value it contains is unknown
 */
export function consoleLink(
  template: string,
  user: LinkedUser,
  zone: ZoneRef | undefined,
): ConsoleAddress | undefined {
  const origin = consoleOrigin(template);
  if (origin === undefined) return undefined;
  const values: Record<ConsoleValue, string | undefined> = {
    organization_id: user.organization_id,
    zone_id: user.zone_id ?? zone?.id,
    zone_slug: zone?.slug,
    user_id: user.id,
  };
  let known = true;
  const path = template.slice(origin.length).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as ConsoleValue] : undefined;
    if (value !== undefined && fitsAnAddress(value)) return encodeURIComponent(value);
    known = false;
    return "";
  });
  if (!known) return { href: origin, leadsTo: "home" };
  return { href: origin + path, leadsTo: template.includes("{user_id}") ? "user" : "home" };
}

/** A dot segment would lead to a different page than the template says; a lone surrogate can't be encoded. */
function fitsAnAddress(value: string): boolean {
  return value !== "." && value !== ".." && !/\p{Surrogate}/u.test(value);
}
