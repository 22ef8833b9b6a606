import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { readBody } from "./body.ts";

const never = new AbortController().signal;

/** A response whose body has these pieces and then never ends, unless it is closed. */
function streamed(pieces: (string | Uint8Array)[], { closes = true } = {}) {
  const seen = { canceled: false };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces)
        controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
      if (closes) controller.close();
    },
    cancel() {
      seen.canceled = true;
    },
  });
  return { response: new Response(body), seen };
}

describe("readBody", () => {
  test("returns empty text for a response without a body", async () => {
    expect(await readBody(new Response(null), 9, never)).toEqual({ state: "complete", text: "" });
  });

  test("reads all pieces, up to the limit and no further", async () => {
    const read = (most: number) => readBody(streamed(["ab", "cd"]).response, most, never);
    expect(await read(4)).toEqual({ state: "complete", text: "abcd" });
    expect(await read(3)).toEqual({ state: "too-long" });
  });

  test("decodes a character that spans two pieces, or that the end truncates", async () => {
    const [first, second] = [Uint8Array.of(0xc3), Uint8Array.of(0xbc)];
    const read = (...pieces: Uint8Array[]) => readBody(streamed(pieces).response, 9, never);
    expect(await read(first, second)).toEqual({ state: "complete", text: "ü" });
    expect(await read(first)).toEqual({ state: "complete", text: "\ufffd" });
  });

  test("counts bytes, not characters", async () => {
    expect(await readBody(streamed(["ü"]).response, 1, never)).toEqual({ state: "too-long" });
  });

  test("cancels what exceeds the limit", async () => {
    const { response, seen } = streamed(["abcd"], { closes: false });
    await readBody(response, 3, never);
    expect(seen.canceled).toBe(true);
  });

  test("reads nothing if the signal was already aborted, and cancels the rest", async () => {
    const { response, seen } = streamed(["ab"], { closes: false });
    expect(await readBody(response, 9, AbortSignal.abort())).toEqual({ state: "broken" });
    expect(seen.canceled).toBe(true);
  });

  test("ends a body that hangs when the signal is aborted", async () => {
    const stop = new AbortController();
    const { response } = streamed([], { closes: false });
    const body = readBody(response, 9, stop.signal);
    stop.abort();
    expect(await body).toEqual({ state: "broken" });
  });

  test("reports a connection that breaks", async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new TypeError("terminated")),
    });
    expect(await readBody(new Response(body), 9, never)).toEqual({ state: "broken" });
  });

  test("removes its listener from the signal afterward", async () => {
    const { signal } = new AbortController();
    await readBody(streamed(["ab"]).response, 9, signal);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
