import { expect, test } from "vitest";
import { IDS_PER_REQUEST } from "../limits.ts";
import { FILTERS_MAX_CHARS, inRequests } from "./in-requests.ts";

const once = (value: string) => [value];
const twice = (value: string) => [value, value.toUpperCase()];
const many = (count: number, of: string) => Array.from({ length: count }, (_, n) => `${of}${n}`);

test("a hundred ordinary IDs are one request", () => {
  const ids = many(IDS_PER_REQUEST, "ab3def8hij2klm9opq5rst7u");
  expect(inRequests(ids, once)).toEqual([ids]);
  expect(inRequests([], once)).toEqual([]);
});

test("no request has more values than the API accepts, however many spellings each has", () => {
  expect(inRequests(many(51, "a"), twice).map(({ length }) => length)).toEqual([50, 1]);
});

test.each(["a", "\u00fc", "\u6f22", "_", "+"])("no URL becomes too long: %s", (sign) => {
  const values = many(60, sign.repeat(300));
  const requests = inRequests(values, once);
  expect(requests.flat()).toEqual(values);
  for (const request of requests) {
    const query = request.map((value) => `filter%5Bemail%5D=${encodeURIComponent(value)}`);
    expect(query.join("&").length).toBeLessThanOrEqual(FILTERS_MAX_CHARS);
  }
});

test("a value that can't be sent, or that fills a URL by itself, affects no other", () => {
  const half = "\ud800";
  const huge = "\u6f22".repeat(FILTERS_MAX_CHARS / 9);
  expect(inRequests(["a", half, "b", huge, "c"], once)).toEqual([
    ["a"],
    [half],
    ["b"],
    [huge],
    ["c"],
  ]);
});
