import type { ZoneRef } from "../lib/directory/answer.ts";
import type { User } from "../lib/keycard/index.ts";

/** The admin console's root; the path of a user's page is not documented. Keycard API notes, section 6. */
export const DEFAULT_CONSOLE = "https://console.keycard.ai";

/**
 * The address of a user in the admin console.
 *
 * @param template https only, its origin written out; may hold `{organization_id}`, `{zone_id}`, `{zone_slug}`, `{user_id}`
 * @returns undefined when the template is no https address; its root when a value it names is not known
 */
export function consoleUrl(
  template: string,
  user: User,
  zone: ZoneRef | undefined,
): string | undefined {
  // A value right after the host would be more of the host.
  const origin = /^https:\/\/[^/?#{}\\]+(?=[/?#]|$)/i.exec(template)?.[0];
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const values: Record<string, string | undefined> = {
    // Nothing is known by the names that every object has.
    __proto__: null as never,
    organization_id: user.organization_id,
    zone_id: user.zone_id ?? zone?.id,
    zone_slug: zone?.slug,
    user_id: user.id,
  };
  let known = true;
  const path = template.slice(origin.length).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value !== undefined && fitsAnAddress(value)) return encodeURIComponent(value);
    known = false;
    return "";
  });
  return known ? origin + path : origin;
}

/** A dot segment would lead to another page than the template says; half a character cannot be encoded. */
function fitsAnAddress(value: string): boolean {
  return value !== "." && value !== ".." && !/\p{Surrogate}/u.test(value);
}
