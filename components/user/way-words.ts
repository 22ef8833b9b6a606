import { number, t } from "../../lib/i18n.ts";
import type { User, Way } from "../../lib/keycard/index.ts";
import type { NameOf } from "./thing-names.ts";

/** How someone signs in, in words: what the API says about it, and no more. */

/** The name of a way to sign in. */
export interface WayName {
  name: string;
  /** The issuer's full URL, if the name is only its host. */
  whole?: string;
}

/** One way: Keycard's own password, a provider by its name, or whatever else the API calls it. */
export function wayName(way: Way, nameOf: NameOf): WayName {
  if (way.type === "password") return { name: t("user.password") };
  if (way.type !== "federation") return { name: way.type ?? t("user.wayNotReported") };
  const { issuer, provider_id: id } = way;
  if (id === null) {
    if (issuer === undefined) return { name: t("user.providerDeleted") };
    const { name, ...whole } = byHost(issuer);
    return { name: t("user.providerDeletedOf", { issuer: name }), ...whole };
  }
  const name = providerName(way, nameOf);
  if (name !== undefined) return { name };
  if (issuer !== undefined) return byHost(issuer);
  return { name: id ?? t("user.providerNotReported") };
}

/** The provider's name, which is part of the way or known otherwise. */
function providerName({ provider, provider_id: id }: Way, nameOf: NameOf): string | undefined {
  if (!id) return undefined;
  const own = provider?.id === id ? provider.name : undefined;
  return own ?? nameOf({ kind: "providers", id })?.name;
}

/** An issuer by its host, which is what people know; unchanged if it isn't a URL. */
function byHost(issuer: string): WayName {
  const host = URL.canParse(issuer) ? new URL(issuer).host : "";
  return host === "" ? { name: issuer } : { name: host, whole: issuer };
}

/**
 * The known ways to sign in: those in the list, otherwise the provider that the record itself names. Undefined if
 * neither is reported.
 */
export function waysOf({
  credentials,
  issuer,
  provider_id: provider,
}: User): readonly Way[] | undefined {
  if (credentials) return credentials;
  if ((issuer ?? provider) === undefined) return undefined;
  // An issuer without a provider is one whose provider was deleted. Keycard API notes, section 3.
  return [{ type: "federation", provider_id: provider ?? null, ...(issuer && { issuer }) }];
}

/** Ways shown in few words: three lines of the card. */
const WAYS_MAX = 3;

/**
 * A line for each way: a provider can have any name, and commas would make two of it. As many as there is room for, and
 * how many more there are; undefined if they aren't reported.
 */
export function waysLines(user: User, nameOf: NameOf): WayName[] | undefined {
  const ways = waysOf(user);
  if (ways?.length === 0) return [{ name: t("user.noWays") }];
  if (!ways) return undefined;
  const shown = ways.length <= WAYS_MAX + 1 ? ways : ways.slice(0, WAYS_MAX);
  const lines = shown.map((way) => wayName(way, nameOf));
  const more = ways.length - shown.length;
  return more === 0 ? lines : [...lines, { name: t("user.moreWays", { more: number(more) }) }];
}
