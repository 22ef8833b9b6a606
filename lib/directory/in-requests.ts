import { IDS_PER_REQUEST } from "../limits.ts";

/**
 * Characters of a request's URL that its filters can fill. Every server should accept 8,000 (RFC 9110, section 4.1);
 * the rest of a URL has fewer than 1,000.
 */
export const FILTERS_MAX_CHARS = 6_000;

/** Characters of the longest filter's name, percent-encoded, with "=" and "&". */
const NAME_CHARS = "filter%5Bidentifier%5D=&".length;

/**
 * Splits values into as few requests as possible, in their order: a URL that is too long would be refused, perhaps
 * without a reason.
 *
 * @param spell returns what is sent for a value
 */
export function inRequests(
  values: readonly string[],
  spell: (value: string) => readonly string[],
): string[][] {
  const requests: string[][] = [];
  let room = { chars: 0, values: 0 };
  for (const value of values) {
    const spelled = spell(value);
    const chars = spelled.reduce((sum, one) => sum + charsOf(one) + NAME_CHARS, 0);
    if (chars > room.chars || spelled.length > room.values) {
      requests.push([]);
      room = { chars: FILTERS_MAX_CHARS, values: IDS_PER_REQUEST };
    }
    requests.at(-1)?.push(value);
    room = { chars: room.chars - chars, values: room.values - spelled.length };
  }
  return requests;
}

/** @returns infinity for a value that can't be encoded: it gets its own request, so that it affects no other */
function charsOf(text: string): number {
  try {
    return encodeURIComponent(text).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
