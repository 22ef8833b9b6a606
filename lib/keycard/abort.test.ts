import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { aborted, orAborted } from "./abort.ts";
import { ok } from "./result.ts";

const forever = new Promise<never>(() => {});

test("without a signal it is the work alone", async () => {
  const work = Promise.resolve(ok("done"));
  expect(orAborted(work)).toBe(work);
});

test("work that ends first is what comes back, and nobody listens any longer", async () => {
  const { signal } = new AbortController();
  expect(await orAborted(Promise.resolve(ok("done")), signal)).toEqual(ok("done"));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("work that fails, fails", async () => {
  const { signal } = new AbortController();
  const work = Promise.reject(new Error("a bug"));
  await expect(orAborted(work, signal)).rejects.toThrow("a bug");
});

test("a signal that has fired already doesn't wait for the work", async () => {
  expect(await orAborted(forever, AbortSignal.abort())).toEqual(aborted());
});

test("a signal that fires ends the wait, with words", async () => {
  const stop = new AbortController();
  const result = orAborted(forever, stop.signal);
  stop.abort();
  expect(await result).toEqual({
    ok: false,
    error: { why: "aborted", message: "The request was canceled." },
  });
});
