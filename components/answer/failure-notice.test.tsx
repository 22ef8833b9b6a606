// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { FailureReason } from "../../lib/failure-reason.ts";
import { button, clear, click, hasButton, one, show } from "../testing/test-page.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { failureText } from "./failure-text.ts";
import { REMEDIES } from "./remedies.ts";

afterEach(clear);

const IN_OPTIONS: FailureReason[] = [
  "noKey",
  "keyDamaged",
  "keyNewer",
  "keyWeak",
  "deviceKeyLost",
  "noDeviceStore",
  "noZone",
  "keyRefused",
  "keyExpired",
  "forbidden",
  "zoneNotFound",
  "notAllowed",
];

const REASONS = (Object.keys(REMEDIES) as FailureReason[]).filter((why) => why !== "keyLocked");

it.each(REASONS)("%s leads to where it can be fixed", async (why) => {
  const onOpenOptions = vi.fn();
  const onAgain = vi.fn();
  await show(<FailureNotice failure={{ why }} onOpenOptions={onOpenOptions} onAgain={onAgain} />);
  const { known, next } = failureText({ why });
  expect(one(".notice").textContent).toContain(known);
  expect(one(".notice").textContent).toContain(next);
  const isInOptions = IN_OPTIONS.includes(why);
  expect(hasButton(isInOptions ? "Try again" : "Open options")).toBe(false);
  await click(button(isInOptions ? "Open options" : "Try again"));
  expect(onOpenOptions).toHaveBeenCalledTimes(isInOptions ? 1 : 0);
  expect(onAgain).toHaveBeenCalledTimes(isInOptions ? 0 : 1);
});

it("a locked key leads to its field, and to the options only if there is no field", async () => {
  const onOpenOptions = vi.fn();
  const onUnlock = vi.fn();
  const actions = { failure: { why: "keyLocked" }, onOpenOptions, onAgain: vi.fn() } as const;
  await show(<FailureNotice {...actions} onUnlock={onUnlock} />);
  expect(hasButton("Open options")).toBe(false);
  await click(button("Unlock"));
  expect(onUnlock).toHaveBeenCalledOnce();
  await show(<FailureNotice {...actions} />);
  await click(button("Open options"));
  expect(onOpenOptions).toHaveBeenCalledOnce();
});

it("names the time only for failures that pass by themselves", () => {
  const retryAt = Date.now();
  const withMoment = (Object.keys(REMEDIES) as FailureReason[]).filter(
    (why) => failureText({ why, retryAt }).known !== failureText({ why }).known,
  );
  expect(withMoment).toEqual(["limited", "resting"]);
});

it.each([
  [7_200_000, "This computer’s clock is 2 hours ahead of the server’s."],
  [7_199_100, "This computer’s clock is 2 hours ahead of the server’s."],
  [-420_000, "This computer’s clock is 7 minutes behind the server’s."],
  [-86_400_000 * 3, "This computer’s clock is 3 days behind the server’s."],
])("says by how much the clocks differ: %s", (clockAheadMs, sentence) => {
  const { known, next } = failureText({ why: "keyRefused" });
  expect(failureText({ why: "keyRefused", clockAheadMs })).toEqual({
    known: `${known} ${sentence}`,
    next,
  });
});
