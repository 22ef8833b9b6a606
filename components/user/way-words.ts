import { number, t } from "../../lib/i18n.ts";
import type { User, Way } from "../../lib/keycard/index.ts";
import type { NameOf } from "./thing-names.ts";

/** How somebody signs in, in words: what the API says of it, and no more. */

/** One way: a password, a provider by its name, or what else the API calls it. */
export function wayWords(way: Way, nameOf: NameOf): string {
  if (way.type === "password") return t("user.password");
  if (way.type !== "federation") return way.type ?? t("user.wayNotReported");
  const { issuer, provider_id: id } = way;
  if (id === null)
    return issuer === undefined
      ? t("user.providerDeleted")
      : t("user.providerDeletedOf", { issuer });
  return providerName(way, nameOf) ?? issuer ?? id ?? t("user.providerNotReported");
}

/** The provider's name, which comes with the way or is known otherwise. */
function providerName({ provider, provider_id: id }: Way, nameOf: NameOf): string | undefined {
  if (!id) return undefined;
  const own = provider?.id === id ? provider.name : undefined;
  return own ?? nameOf({ kind: "providers", id })?.name;
}

/** Ways that are told in few words: three lines of the card. */
const WAYS_MAX = 3;

/**
 * A line for each way: a provider may have any name, and commas would make two of it. As many as there is room for, and
 * how many more there are; undefined where they are not reported.
 */
export function waysLines({ credentials: ways }: User, nameOf: NameOf): string[] | undefined {
  if (ways?.length === 0) return [t("user.noWays")];
  if (!ways) return undefined;
  const shown = ways.length <= WAYS_MAX + 1 ? ways : ways.slice(0, WAYS_MAX);
  const lines = shown.map((way) => wayWords(way, nameOf));
  const more = ways.length - shown.length;
  return more === 0 ? lines : [...lines, t("user.moreWays", { more: number(more) })];
}
