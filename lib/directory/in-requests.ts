import { IDS_PER_REQUEST } from "../limits.ts";

/**
 * Characters of a request's address that its filters may fill. Every server should take 8,000 (RFC 9110, section 4.1);
 * what else an address holds has under 1,000.
 */
export const FILTERS_MAX_CHARS = 6_000;

/** Characters of the longest filter's name, percent-encoded, with "=" and "&". */
const NAME_CHARS = "filter%5Bidentifier%5D=&".length;

/**
 * Divides values into as few requests as may carry them, in their order: an address that is too long would be refused,
 * perhaps without saying why.
 *
 * @param spell what is sent for a value
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

/** @returns no number is large enough for what cannot be sent: it goes by itself, so that it costs nobody else */
function charsOf(text: string): number {
  try {
    return encodeURIComponent(text).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
