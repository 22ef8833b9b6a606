import { API_ID_MAX_CHARS } from "../limits.ts";
import { fail, ok, type Result } from "./result.ts";

/** A query parameter's wire name and its value, both before percent-encoding. */
export type QueryPair = readonly [name: string, value: string];

const LONE_SURROGATE = /\p{Surrogate}/u;

function problemOfSegment(segment: string): string | undefined {
  if (segment === "") return "An id is empty.";
  // URL parsers resolve these two even if they are percent-encoded: the request would go to another path.
  if (segment === "." || segment === "..") return `"${segment}" is not an id.`;
  if (segment.length > API_ID_MAX_CHARS)
    return `An id is over ${API_ID_MAX_CHARS} characters long.`;
  return undefined;
}

/**
 * Builds the path and query below the API's origin, such as `/zones/z1/users?filter%5Bid%5D=aaa`. Each segment stays
 * one segment whatever it contains; repeated names stay repeated; brackets and spaces are percent-encoded.
 *
 * @returns a `badRequest` if a segment or value can't be sent as it is
 */
export function requestAddress(
  segments: readonly string[],
  query: readonly QueryPair[] = [],
): Result<string> {
  const refuse = (message: string) => fail({ why: "badRequest", message });
  for (const segment of segments) {
    const problem = problemOfSegment(segment);
    if (problem !== undefined) return refuse(problem);
  }
  // encodeURIComponent throws on a lone surrogate, as in a text that was truncated in the middle of an emoji.
  if ([...segments, ...query.flat()].some((text) => LONE_SURROGATE.test(text))) {
    return refuse("The text holds half a character.");
  }
  const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join("");
  const search = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  return ok(search === "" ? path : `${path}?${search}`);
}
