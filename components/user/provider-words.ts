import type { User } from "../../lib/keycard/index.ts";
import type { NameOf } from "./thing-names.ts";

/**
 * What somebody signs in with where the record lists no ways: the provider by its name, else the host of its address,
 * else the address or the ID as it came. Undefined where none of it is reported.
 */
export function providerWords(
  { provider_id: id, issuer }: Pick<User, "provider_id" | "issuer">,
  nameOf: NameOf,
): string | undefined {
  const name = id ? nameOf({ kind: "providers", id })?.name : undefined;
  return name ?? (issuer === undefined ? id : hostIn(issuer));
}

function hostIn(issuer: string): string {
  const host = URL.parse(issuer)?.host;
  // One that is no web address may have no host.
  return host ? host : issuer;
}
