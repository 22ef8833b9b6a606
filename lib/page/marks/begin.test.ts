import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBackground, fakeLifetime } from "../fake-background.ts";
import type { Page } from "../page.ts";
import { beginMarks } from "./begin.ts";

const ASKED = { type: "beginMarks" };
const NONE = { count: 0, lines: "all" };

/** A page on a site without marks. */
function pageOf(background = fakeBackground({ beginMarks: () => false })) {
  const lifetime = fakeLifetime();
  const settings = vi.fn(async () => ({ showMs: 250, patterns: [] }));
  globalThis.keycardLookup = { background, lifetime, settings } as unknown as Page;
  return { background, lifetime };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  globalThis.keycardLookupMarks = undefined;
});

afterEach(() => {
  globalThis.keycardLookup?.lifetime.end();
  globalThis.keycardLookup = undefined;
});

test("asks once whether this site has marks, and draws none if it hasn't", async () => {
  const { background } = pageOf();
  beginMarks();
  beginMarks();
  await settled();
  expect(background.sent).toEqual([ASKED]);
  expect(globalThis.keycardLookupMarks?.state()).toEqual(NONE);
});

test("asks again when that may have changed", async () => {
  const { background } = pageOf();
  beginMarks();
  await globalThis.keycardLookupMarks?.askAnew();
  expect(background.sent).toEqual([ASKED, ASKED]);
});

test("ignores an answer that arrives after a newer question, or after the end", async () => {
  const answers: ((wanted: boolean) => void)[] = [];
  const { background, lifetime } = pageOf(
    fakeBackground({ beginMarks: () => new Promise((resolve) => answers.push(resolve)) }),
  );
  beginMarks();
  const marks = globalThis.keycardLookupMarks;
  const newer = marks?.askAnew();
  // Drawing would fail here, because there is no document.
  answers[0]?.(true);
  await settled();
  lifetime.end();
  answers[1]?.(true);
  await newer;
  expect(background.sent).toEqual([ASKED, ASKED]);
  expect(marks?.state()).toEqual(NONE);
});

test("starts again in the same document when its site was turned off and on", async () => {
  const first = pageOf();
  beginMarks();
  first.lifetime.end();
  expect(globalThis.keycardLookupMarks).toBeUndefined();
  beginMarks();
  const second = pageOf();
  beginMarks();
  await settled();
  expect([first.background.sent, second.background.sent]).toEqual([[ASKED], [ASKED]]);
});

test("does nothing if the content script isn't running", () => {
  globalThis.keycardLookup = undefined;
  beginMarks();
  expect(globalThis.keycardLookupMarks).toBeUndefined();
});
