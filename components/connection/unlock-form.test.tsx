// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import type { UnlockReply } from "../../lib/connection/replies.ts";
import {
  button,
  clear,
  click,
  field,
  hasButton,
  one,
  page,
  press,
  show,
  submit,
  type,
} from "../testing/test-page.ts";
import { UnlockForm } from "./unlock-form.tsx";

afterEach(clear);

const wrong = async (): Promise<UnlockReply> => ({
  state: "failed",
  failure: { why: "wrongPassphrase" },
});

/** The form for a key whose removal succeeds or fails. */
async function form(goes = true) {
  const forget = vi.fn(async () => goes);
  await show(<UnlockForm unlock={wrong} forget={forget} focused />);
  return forget;
}

const FORGOT = "Forgot it? Remove the key…";

it("a wrong passphrase doesn't move anything above the error message", async () => {
  await form();
  const before = [...one("form").children];
  await type(field("Passphrase"), "wrong horse");
  await submit(one("form"));
  const after = [...one("form").children];
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)?.getAttribute("role")).toBe("alert");
});

it("removes a key whose passphrase was forgotten, and asks first", async () => {
  const forget = await form();
  await click(button(FORGOT));
  expect(document.activeElement).toBe(button("Cancel"));
  expect(forget).not.toHaveBeenCalled();
  await click(button("Remove key"));
  expect(forget).toHaveBeenCalledOnce();
});

it("keeps the key on Cancel and on Escape, and restores the focus", async () => {
  const forget = await form();
  for (const leave of [() => click(button("Cancel")), () => press("Escape")]) {
    await click(button(FORGOT));
    await leave();
    expect(hasButton("Remove key")).toBe(false);
    expect(document.activeElement).toBe(button(FORGOT));
  }
  expect(forget).not.toHaveBeenCalled();
});

it("says so if the key couldn't be removed", async () => {
  await form(false);
  await click(button(FORGOT));
  await click(button("Remove key"));
  expect(page.textContent).toContain("The key couldn’t be removed. Try again.");
  expect(hasButton(FORGOT)).toBe(true);
});
