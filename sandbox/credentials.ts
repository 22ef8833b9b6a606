/** The credentials that the sandbox accepts: fixed and obviously fake. */
import type { Power } from "./powers.ts";
import { ACME } from "./zones.ts";

/** What a bearer can read. */
export interface Access {
  /** Whether `GET /zones` answers; otherwise it is 403. */
  readonly listsZones: boolean;
  /** The zones that it can read: the usual ones, those of all generations too, or the one with this ID. */
  readonly zone: "usual" | "every" | (string & {});
  readonly power: Power;
}

export const FULL_ACCESS: Access = { listsZones: true, zone: "usual", power: "everything" };

/** 2099-01-01 and 2026-01-01 in seconds since 1970, the unit of a JWT's `exp`. */
const FAR_AHEAD = 4_070_908_800;
const LONG_AGO = 1_767_225_600;

/** The API keys, to be sent unchanged as a bearer. */
export const API_KEYS = {
  full: "sandbox-api-key",
  /** Can read the users of the zones, but can't list the zones. */
  noList: "sandbox-key-no-list",
  /** Can read "Acme Support" only. */
  oneZone: "sandbox-key-one-zone",
  /** Can list and read the zones of `generation-zones.ts` too. */
  generations: "sandbox-key-generations",
  /** Like `full`, but can't change anything. */
  readOnly: "sandbox-key-read-only",
  /** Like `readOnly`, but sessions and grants are 403. */
  noSessions: "sandbox-key-no-sessions",
  /** Can read zones and users; everything else is 403. */
  usersOnly: "sandbox-key-users-only",
  /** A JWT with the same access as `full`. */
  jwt: unsignedJwt(FAR_AHEAD),
  /** A JWT whose `exp` has passed: always 401. */
  expiredJwt: unsignedJwt(LONG_AGO),
} as const;

/** The service account, to be exchanged for a bearer. */
export const SERVICE_ACCOUNT = {
  clientId: "sandbox-client",
  clientSecret: "sandbox-secret",
} as const;

/** The prefix of each token that the service account gets. */
export const TOKEN_PREFIX = "sandbox-token-";

/** What each accepted API key can read. */
export const ACCESS_OF_KEY: ReadonlyMap<string, Access> = new Map([
  [API_KEYS.full, FULL_ACCESS],
  [API_KEYS.noList, { ...FULL_ACCESS, listsZones: false }],
  [API_KEYS.oneZone, { ...FULL_ACCESS, zone: ACME.id }],
  [API_KEYS.generations, { ...FULL_ACCESS, zone: "every" }],
  [API_KEYS.readOnly, { ...FULL_ACCESS, power: "reading" }],
  [API_KEYS.noSessions, { ...FULL_ACCESS, power: "no-sessions" }],
  [API_KEYS.usersOnly, { ...FULL_ACCESS, power: "users-only" }],
  [API_KEYS.jwt, FULL_ACCESS],
]);

/** An unsigned JWT (`alg` "none", RFC 7519, section 6): nothing outside the sandbox accepts it. */
function unsignedJwt(expiresAt: number): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ sub: "sandbox", exp: expiresAt })}.`;
}
