import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { aborted, orAborted } from "./abort.ts";
import { ok } from "./result.ts";

const forever = new Promise<never>(() => {});

test("waits only for the work if there is no signal", async () => {
  const work = Promise.resolve(ok("done"));
  expect(orAborted(work)).toBe(work);
});

test("returns the work if it ends first, and removes its listener", async () => {
  const { signal } = new AbortController();
  expect(await orAborted(Promise.resolve(ok("done")), signal)).toEqual(ok("done"));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("rejects if the work rejects", async () => {
  const { signal } = new AbortController();
  const work = Promise.reject(new Error("a bug"));
  await expect(orAborted(work, signal)).rejects.toThrow("a bug");
});

test("doesn't wait for the work if the signal was already aborted", async () => {
  expect(await orAborted(forever, AbortSignal.abort())).toEqual(aborted());
});

test("ends the wait with a message when the signal is aborted", async () => {
  const stop = new AbortController();
  const result = orAborted(forever, stop.signal);
  stop.abort();
  expect(await result).toEqual({
    ok: false,
    error: { why: "aborted", message: "The request was canceled." },
  });
});
