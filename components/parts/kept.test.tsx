// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import { clear, page, show } from "../testing/test-page.ts";
import { type Kept, kept, useKept } from "./kept.ts";

afterEach(clear);

function Shown({ of }: { of: Kept<string> }) {
  return <p>{useKept(of)}</p>;
}

it("is drawn, and again when it changes", async () => {
  const name = kept("Ada");
  await show(<Shown of={name} />);
  expect(page.textContent).toBe("Ada");
  await act(() => {
    name.value = "Bob";
  });
  expect(page.textContent).toBe("Bob");
});

it("is replaced by another one, which is then followed", async () => {
  const [one, other] = [kept("one"), kept("other")];
  await show(<Shown of={one} />);
  await show(<Shown of={other} />);
  expect(page.textContent).toBe("other");
  await act(() => {
    one.value = "two";
    other.value = "more";
  });
  expect(page.textContent).toBe("more");
});

it("draws a change that happens during the first render too", async () => {
  const name = kept("Ada");
  const Changing = () => {
    name.value = "Bob";
    return null;
  };
  await show(
    <>
      <Shown of={name} />
      <Changing />
    </>,
  );
  expect(page.textContent).toBe("Bob");
});

it("notifies about each change, not about an equal value, and not after unfollowing", () => {
  const told = vi.fn();
  const name = kept("Ada");
  const end = name.follow(told);
  name.value = "Ada";
  expect(told).not.toHaveBeenCalled();
  name.value = "Bob";
  expect(told).toHaveBeenCalledTimes(1);
  end();
  name.value = "Carol";
  expect(told).toHaveBeenCalledTimes(1);
  expect(name.value).toBe("Carol");
});
