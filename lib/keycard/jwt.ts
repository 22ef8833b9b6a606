/** Seconds from which on a `Date` cannot show a moment any more (ECMA-262, 21.4.1.1). */
const LATEST_S = 8.64e12;

/**
 * When a token's time is over by its own word, in ms since the epoch.
 *
 * @returns undefined when the token is no JWT that can be read, or has no `exp` (RFC 7519, 4.1.4)
 */
export function jwtExpiry(token: string): number | undefined {
  const parts = token.split(".");
  const [, payload] = parts;
  if (parts.length !== 3 || payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof claims !== "object" || claims === null || !("exp" in claims)) return undefined;
    const { exp } = claims;
    return typeof exp === "number" && Math.abs(exp) <= LATEST_S ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
