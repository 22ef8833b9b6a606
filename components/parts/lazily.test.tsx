// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { clear, eventually, page, show } from "../testing/test-page.ts";
import { lazily } from "./lazily.tsx";

afterEach(clear);

const Name = ({ name }: { name: string }) => <p>{name}</p>;
const lost = () => <p>lost</p>;

it("is loaded once, on first render, and drawn at once from then on", async () => {
  let loads = 0;
  const Lazy = lazily(async () => {
    loads++;
    return Name;
  }, lost);
  expect(loads).toBe(0);
  await show(
    <>
      <Lazy name="one" />
      <Lazy name="two" />
    </>,
  );
  await eventually(() => expect(page.textContent).toBe("onetwo"));
  await show(<Lazy name="three" />);
  expect(page.textContent).toBe("three");
  expect(loads).toBe(1);
});

it("draws nothing until it is loaded", async () => {
  const Lazy = lazily<{ name: string }>(() => new Promise(() => undefined), lost);
  await show(<Lazy name="one" />);
  expect(page.textContent).toBe("");
});

it("says so if it can't be loaded", async () => {
  const Lazy = lazily<{ name: string }>(() => Promise.reject(new Error("gone")), lost);
  await show(<Lazy name="one" />);
  await eventually(() => expect(page.textContent).toBe("lost"));
});
