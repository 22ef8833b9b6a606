/** Seconds from which on a `Date` cannot show a moment any more (ECMA-262, 21.4.1.1). */
const LATEST_S = 8.64e12;

/**
 * When a token's time is over by its own word, in ms since the epoch.
 *
 * @returns undefined when the token is no JWT that can be read, or has no `exp` (RFC 7519, 4.1.4)
 */
export function jwtExpiry(token: string): number | undefined {
  const payload = /^[^.]*\.([^.]*)\.[^.]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    // What is no object has no `exp` either.
    const claims = Object(JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))));
    const exp: unknown = claims.exp;
    return typeof exp === "number" && Math.abs(exp) <= LATEST_S ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
