import { API_KEYS, SERVICE_ACCOUNT, TOKEN_PREFIX } from "../../../sandbox/credentials.ts";
import { castOf } from "../../../sandbox/population/cast.ts";
import { KNOWN_PEOPLE } from "../../../sandbox/population/known-people.ts";
import { providersOf } from "../../../sandbox/population/neighbors.ts";
import { ACME } from "../../../sandbox/zones.ts";

/** Every secret that tests use, and how each token begins: allowed only in `Authorization` to the API. */
export const SECRETS: readonly string[] = [
  ...Object.values(API_KEYS),
  SERVICE_ACCOUNT.clientSecret,
  TOKEN_PREFIX,
];

/**
 * Facts about people that come only from the API: they are on no page, never typed, never looked up. Where people sign
 * in (nearly every answer contains one of these), and the subjects of the two people whom most tests look up.
 */
export const FACTS: readonly string[] = [
  ...providersOf(ACME.id)
    .slice(0, 4)
    .map(({ identifier }) => new URL(identifier).host),
  ...[KNOWN_PEOPLE.ada, KNOWN_PEOPLE.grace].map(({ index }) => {
    const subject = castOf(ACME.id).get(index)?.subject;
    if (!subject) throw new Error("The sandbox's people have lost their subjects.");
    return subject;
  }),
];
