// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { useEscape } from "../parts/use-escape.ts";
import { twins } from "../testing/sample-cases.ts";
import { button, clear, click, one, page, press, show } from "../testing/test-page.ts";
import { Several } from "./several.tsx";

afterEach(clear);

const [first, second, third] = twins;

const close = vi.fn();

/** A container that Escape closes, with several users in it. */
function Around({ users = twins as (typeof twins)[number][] }) {
  useEscape(close);
  return (
    <Several users={users} query={{ kind: "email", value: "twins@example.com" }}>
      {(user) => <article>{user.id}</article>}
    </Several>
  );
}

const lines = () => [...page.querySelectorAll<HTMLButtonElement>(".sharer")];

it("no two lines look alike, even if the users differ only in their ID", async () => {
  await show(<Around />);
  const texts = lines().map(({ textContent }) => textContent);
  expect(new Set(texts).size).toBe(3);
  expect(page.querySelector("article")).toBeNull();
});

it("a line opens its user; Back returns to that line", async () => {
  await show(<Around />);
  await click(lines()[1] as HTMLButtonElement);
  expect(one("article").textContent).toBe(second.id);
  expect(document.activeElement).toBe(button("Back to all 3 users"));
  await click(button("Back to all 3 users"));
  expect(page.querySelector("article")).toBeNull();
  expect(document.activeElement).toBe(lines()[1]);
});

it("Escape closes the open user before it closes the container", async () => {
  await show(<Around />);
  await click(lines()[0] as HTMLButtonElement);
  await press("Escape");
  expect(lines()).toHaveLength(3);
  expect(close).not.toHaveBeenCalled();
  await press("Escape");
  expect(close).toHaveBeenCalledOnce();
});

it("arrows, Home and End move between lines and stop at the ends; other keys are left alone", async () => {
  await show(<Around />);
  lines()[0]?.focus();
  const at = () => lines().indexOf(document.activeElement as HTMLButtonElement);
  for (const [key, place] of [
    ["ArrowUp", 0],
    ["ArrowDown", 1],
    ["End", 2],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["Home", 0],
  ] as const) {
    expect(await press(key, document.activeElement as Element)).toBe(true);
    expect(at()).toBe(place);
  }
  expect(await press("a", document.activeElement as Element)).toBe(false);
});

it("returns to the list if the open user is no longer in it", async () => {
  await show(<Around />);
  await click(lines()[0] as HTMLButtonElement);
  expect(one("article").textContent).toBe(first.id);
  await show(<Around users={[second, third]} />);
  expect(lines()).toHaveLength(2);
});
