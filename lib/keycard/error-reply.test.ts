import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ERROR_TEXT_MAX_CHARS, errorFromReply } from "./error-reply.ts";

const KEY = "kc_live_0123456789";

function reply(status: number, body: string, { statusText = "", headers = {} } = {}) {
  return errorFromReply({ status, statusText, headers: new Headers(headers) }, body, [KEY], 0);
}

describe("errorFromReply", () => {
  test.each([
    [400, "badRequest"],
    [414, "badRequest"],
    [422, "badRequest"],
    [401, "keyRefused"],
    [403, "forbidden"],
    [404, "notFound"],
    [408, "server"],
    [429, "limited"],
    [500, "server"],
    [503, "server"],
    [599, "server"],
    [304, "server"],
    [405, "server"],
    [418, "server"],
  ])("%d means %s", (status, why) => {
    const error = reply(status, JSON.stringify({ message: "Words.", code: "c_1", status }));
    expect(error).toEqual({ why, status, message: "Words.", code: "c_1" });
  });

  test("a 404 says whether it was a web page", () => {
    const html = { headers: { "content-type": "text/html; charset=utf-8" } };
    expect(reply(404, "<h1>Not Found</h1>", html)).toMatchObject({ why: "notFound", isPage: true });
    expect(reply(404, "")).not.toHaveProperty("isPage");
  });

  test.each([429, 503])("%d keeps Retry-After", (status) => {
    expect(reply(status, "", { headers: { "retry-after": "3" } })).toMatchObject({
      retryAfterMs: 3_000,
    });
  });

  test.each([
    ["the API's format", '{"message":"a","error_description":"b","error":"c"}', "a"],
    ["OAuth's format", '{"error_description":"b","error":"c"}', "b"],
    ["a bare error", '{"error":"c"}', "c"],
    ["an empty message", '{"message":"","error":"c"}', "c"],
    ["a message that isn't a string", '{"message":{"en":"a"},"error":["c"]}', "Bad Gateway"],
    ["a list", "[1]", "Bad Gateway"],
    ["null", "null", "Bad Gateway"],
    ["HTML", "<!doctype html><h1>nginx</h1>", "Bad Gateway"],
    ["truncated JSON", '{"message":"a', "Bad Gateway"],
    ["nothing", "", "Bad Gateway"],
  ])("takes its message from %s", (_, body, message) => {
    expect(reply(502, body, { statusText: "Bad Gateway" }).message).toBe(message);
  });

  test("uses the status if there is no message, because HTTP/2 has no status text", () => {
    expect(reply(502, "")).toStrictEqual({
      why: "server",
      status: 502,
      message: "The API answered with status 502.",
    });
  });

  test("uses OAuth's error as the code", () => {
    expect(reply(400, '{"error":"invalid_client"}')).toMatchObject({ code: "invalid_client" });
  });

  test("shows one line of limited length without control or direction characters", () => {
    const { message } = reply(
      400,
      JSON.stringify({ message: `a\r\n\u0000\u202eb${"🙂".repeat(400)}` }),
    );
    expect(message).toMatch(/^a b(?:🙂)+$/u);
    expect([...message]).toHaveLength(ERROR_TEXT_MAX_CHARS);
  });

  test("removes every line break, control and direction character from messages", () => {
    const between = [
      "\u0085",
      "\u2028",
      "\u2029",
      "\u061c",
      "\u200e",
      "\u200f",
      "\u202a",
      "\u2066",
    ];
    const message = `\n${["a", ...between.map((sign) => `${sign}b`), "\u2069"].join("")}\t`;
    expect(reply(400, JSON.stringify({ message })).message).toBe(`a${" b".repeat(8)}`);
  });

  test("an error without a code has none", () => {
    expect(reply(404, '{"message":"Words."}')).toStrictEqual({
      why: "notFound",
      status: 404,
      message: "Words.",
    });
  });

  test("removes the request's secrets, even if they are split or truncated", () => {
    const filler = "x".repeat(ERROR_TEXT_MAX_CHARS - 5);
    expect(reply(401, JSON.stringify({ message: `Bad key ${KEY}.` })).message).toBe(
      "Bad key [removed].",
    );
    expect(reply(401, JSON.stringify({ code: KEY }))).toMatchObject({ code: "[removed]" });
    expect(reply(401, "", { statusText: KEY }).message).toBe("[removed]");
    expect(reply(401, JSON.stringify({ message: filler + KEY })).message).not.toContain("kc_li");
  });

  test("never throws, whatever the body", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        fc.integer({ min: 300, max: 599 }),
        (body, status) => {
          const { message } = reply(status, body);
          expect(message).not.toBe("");
          expect([...message].length).toBeLessThanOrEqual(ERROR_TEXT_MAX_CHARS);
        },
      ),
    );
  });
});
