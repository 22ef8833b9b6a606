// @vitest-environment happy-dom

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Failure } from "../../lib/directory/answer.ts";
import { page } from "../testing/test-page.ts";
import { FailureNotice } from "./failure-notice.tsx";

const START = Date.parse("2026-11-30T12:00:00Z");
const again = vi.fn();
let visibility: DocumentVisibilityState = "visible";

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  visibility = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
});

afterEach(async () => {
  await act(() => render(null, page));
  vi.useRealTimers();
  vi.restoreAllMocks();
  again.mockClear();
});

const limited = (seconds: number): Failure => ({
  why: "limited",
  status: 429,
  retryAt: Date.now() + seconds * 1_000,
});

const draw = (failure: Failure) =>
  act(() =>
    render(<FailureNotice failure={failure} onOpenOptions={vi.fn()} onAgain={again} />, page),
  );

const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000));

const button = () => page.querySelector("button") as HTMLButtonElement;
/** What is visible of it, and what a screen reader announces. */
const seen = () => button().querySelector("[aria-hidden]")?.textContent;
const heard = () => button().querySelector(".heard-only")?.textContent;

it("counts down, ignores clicks meanwhile, and retries by itself at the end", async () => {
  await draw(limited(65));
  expect(seen()).toBe("Try again 1:05");
  expect(button().getAttribute("aria-disabled")).toBe("true");
  expect(page.textContent).toContain("It’s tried again then.");
  await pass(63);
  expect(seen()).toBe("Try again 0:02");
  button().click();
  expect(again).not.toHaveBeenCalled();
  await pass(2);
  expect(again).toHaveBeenCalledOnce();
  expect(button().textContent).toBe("Try again");
});

it("keeps the button's accessible name the same, so that no second is read aloud", async () => {
  await draw(limited(65));
  const before = heard();
  expect(before).toMatch(/^Try again from /);
  await pass(30);
  expect(heard()).toBe(before);
});

it("retries once; if that fails too, the user decides", async () => {
  await draw(limited(10));
  await pass(10);
  await draw(limited(10));
  expect(page.textContent).toContain("Try again then.");
  await pass(60);
  expect(again).toHaveBeenCalledOnce();
  expect(button().hasAttribute("aria-disabled")).toBe(false);
  button().click();
  expect(again).toHaveBeenCalledTimes(2);
});

it("doesn't retry while the page is hidden, but does as soon as it is visible", async () => {
  await draw(limited(10));
  visibility = "hidden";
  await pass(30);
  expect(again).not.toHaveBeenCalled();
  visibility = "visible";
  await act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(again).toHaveBeenCalledOnce();
});

it("doesn't retry after it is removed", async () => {
  await draw(limited(10));
  await act(() => render(null, page));
  await pass(60);
  expect(again).not.toHaveBeenCalled();
});

it("doesn't retry by itself what waiting can't fix", async () => {
  await draw({ why: "server", status: 503 });
  await pass(600);
  expect(again).not.toHaveBeenCalled();
  expect(button().hasAttribute("aria-disabled")).toBe(false);
});
