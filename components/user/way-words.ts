import { number, t } from "../../lib/i18n.ts";
import type { User, Way } from "../../lib/keycard/index.ts";

/** How somebody signs in, in words: what the API says of it, and no more. */

/** One way: a password, a provider by its name, or what else the API calls it. */
export function wayWords(way: Way): string {
  if (way.type === "password") return t("user.password");
  if (way.type !== "federation") return way.type ?? t("user.wayNotReported");
  const { issuer, provider_id: id } = way;
  if (id === null)
    return issuer === undefined
      ? t("user.providerDeleted")
      : t("user.providerDeletedOf", { issuer });
  return providerName(way) ?? issuer ?? id ?? t("user.providerNotReported");
}

/** The name of the provider that comes with a way, where it is of that provider. */
function providerName({ provider, provider_id: id }: Way): string | undefined {
  return provider?.id === id ? provider?.name : undefined;
}

/** Ways that are told in few words: three lines of the card. */
const WAYS_MAX = 3;

/**
 * A line for each way: a provider may have any name, and commas would make two of it. As many as there is room for, and
 * how many more there are; undefined where they are not reported.
 */
export function waysLines({ credentials: ways }: User): string[] | undefined {
  if (ways?.length === 0) return [t("user.noWays")];
  if (!ways) return undefined;
  const shown = ways.length <= WAYS_MAX + 1 ? ways : ways.slice(0, WAYS_MAX);
  const lines = shown.map(wayWords);
  const more = ways.length - shown.length;
  return more === 0 ? lines : [...lines, t("user.moreWays", { more: number(more) })];
}
