/** Seconds beyond which a `Date` can't represent a time (ECMA-262, 21.4.1.1). */
const LATEST_S = 8.64e12;

/**
 * When a token expires according to itself, in ms since the epoch.
 *
 * @returns undefined if the token isn't a readable JWT, or has no `exp` (RFC 7519, 4.1.4)
 */
export function jwtExpiry(token: string): number | undefined {
  const payload = /^[^.]*\.([^.]*)\.[^.]*$/.exec(token)?.[1];
  if (payload === undefined) return undefined;
  try {
    // A payload that isn't an object has no `exp` either.
    const claims = Object(JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))));
    const exp: unknown = claims.exp;
    return typeof exp === "number" && Math.abs(exp) <= LATEST_S ? exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
