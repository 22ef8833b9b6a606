import { describe, expect, test } from "vitest";
import { ERROR_BODY_MAX_BYTES, REPLY_MAX_DEPTH, readReply } from "./reply.ts";
import { ok } from "./result.ts";

const read = (response: Response) => readReply(response, [], 0, new AbortController().signal);

const typed = (type: string, body: BodyInit | null = "{}") =>
  new Response(body, { headers: { "content-type": type } });

const invalid = (message: string) => ({ ok: false, error: { why: "invalidReply", message } });

describe("readReply", () => {
  test.each([
    "application/json",
    "Application/JSON",
    "application/json ; charset=utf-8",
    "application/problem+json",
    "application/vnd.api+json;v=1",
  ])("%j is JSON", async (type) => {
    expect(await read(typed(type))).toEqual(ok({}));
  });

  test.each(["", "text/json", "application/jsonp", "text/plain; a=application/json", "+jsonx"])(
    "%j isn't, and its body isn't downloaded",
    async (type) => {
      let canceled = false;
      const body = new ReadableStream({
        cancel() {
          canceled = true;
        },
      });
      expect(await read(typed(type, body))).toEqual(invalid("The API's reply is not JSON."));
      expect(canceled).toBe(true);
    },
  );

  test("no body isn't JSON either", async () => {
    expect(await read(typed("", null))).toEqual(invalid("The API's reply is not JSON."));
    expect(await read(typed("application/json", null))).toEqual(
      invalid("The API's reply is broken JSON."),
    );
  });

  test("accepts JSON as deep as a message can be, and no deeper", async () => {
    const nested = (depth: number) =>
      `{"a":1,"b":null,"c":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(await read(typed("application/json", nested(REPLY_MAX_DEPTH - 1)))).toMatchObject({
      ok: true,
    });
    expect(await read(typed("application/json", nested(REPLY_MAX_DEPTH)))).toEqual(
      invalid(`The API's reply is nested deeper than ${REPLY_MAX_DEPTH} times.`),
    );
  });

  test("an error without a body, or with one that is too long, is still that error", async () => {
    const status = { status: 404, statusText: "Nobody" };
    const long = `{"message":"Words.","filler":"${"a".repeat(ERROR_BODY_MAX_BYTES)}"}`;
    for (const body of [null, long])
      expect(await read(new Response(body, status))).toEqual({
        ok: false,
        error: { why: "notFound", status: 404, message: "Nobody" },
      });
  });

  test("an error whose body hangs until the timeout is still that error", async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"message":')),
    });
    const stop = new AbortController();
    const reply = readReply(new Response(body, { status: 403 }), [], 0, stop.signal);
    stop.abort();
    expect(await reply).toMatchObject({ ok: false, error: { why: "forbidden", status: 403 } });
  });

  test("a success whose body hangs until the timeout returns nothing", async () => {
    const stop = new AbortController();
    const reply = readReply(typed("application/json", new ReadableStream()), [], 0, stop.signal);
    stop.abort();
    expect(await reply).toBeUndefined();
  });
});
