/** The credentials that the sandbox accepts: fixed and plainly fake. */
import type { Power } from "./powers.ts";
import { ACME } from "./zones.ts";

/** What a bearer may read. */
export interface Access {
  /** Whether `GET /zones` answers; otherwise it is 403. */
  readonly listsZones: boolean;
  /** The zones that it reads: the usual ones, those of all generations too, or the one with this id. */
  readonly zone: "usual" | "every" | (string & {});
  readonly power: Power;
}

export const FULL_ACCESS: Access = { listsZones: true, zone: "usual", power: "everything" };

/** 2099-01-01 and 2026-01-01 in seconds since 1970, the unit of a JWT's `exp`. */
const FAR_AHEAD = 4_070_908_800;
const LONG_AGO = 1_767_225_600;

/** The API keys, to be sent as a bearer as they are. */
export const API_KEYS = {
  full: "sandbox-api-key",
  /** Reads the users of the zones, but may not list the zones. */
  noList: "sandbox-key-no-list",
  /** Reads "Acme Support" only. */
  oneZone: "sandbox-key-one-zone",
  /** Lists and reads the zones of `generation-zones.ts` too. */
  generations: "sandbox-key-generations",
  /** As `full`, but may change nothing. */
  readOnly: "sandbox-key-read-only",
  /** As `readOnly`, but sessions and grants are 403. */
  noSessions: "sandbox-key-no-sessions",
  /** Reads zones and users; all else is 403. */
  usersOnly: "sandbox-key-users-only",
  /** A JWT that can do what `full` can. */
  jwt: unsignedJwt(FAR_AHEAD),
  /** A JWT whose `exp` has passed: always 401. */
  expiredJwt: unsignedJwt(LONG_AGO),
} as const;

/** The service account, to be exchanged for a bearer. */
export const SERVICE_ACCOUNT = {
  clientId: "sandbox-client",
  clientSecret: "sandbox-secret",
} as const;

/** How each token begins that the service account is given. */
export const TOKEN_PREFIX = "sandbox-token-";

/** What each accepted API key may read. */
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

/** A JWT that nobody signed (`alg` "none", RFC 7519, section 6): nothing outside the sandbox accepts it. */
function unsignedJwt(expiresAt: number): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
  return `${part({ alg: "none" })}.${part({ sub: "sandbox", exp: expiresAt })}.`;
}
