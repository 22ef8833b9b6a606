import { API_KEYS, SERVICE_ACCOUNT, TOKEN_PREFIX } from "../../../sandbox/credentials.ts";
import { castOf } from "../../../sandbox/population/cast.ts";
import { KNOWN_PEOPLE } from "../../../sandbox/population/known-people.ts";
import { providersOf } from "../../../sandbox/population/neighbors.ts";
import { ACME } from "../../../sandbox/zones.ts";

/** Every secret that tests use, and how each token begins: nowhere but in `Authorization` to the API. */
export const SECRETS: readonly string[] = [
  ...Object.values(API_KEYS),
  SERVICE_ACCOUNT.clientSecret,
  TOKEN_PREFIX,
];

/**
 * Facts about people that the API alone tells: on no page, never typed, never asked for. Where people sign in (one of
 * these stands in nearly every answer), and as whom the two do whom most tests look up.
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
