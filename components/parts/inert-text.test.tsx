// @vitest-environment happy-dom
import { render } from "preact";
import { expect, it } from "vitest";
import { InertText } from "./inert-text.tsx";

function shown(text: string): Element {
  const root = document.createElement("div");
  render(<InertText text={text} whole />, root);
  return root;
}

it("keeps the text as it is", () => {
  const text = "ada\u202Emoc\u200B@x.example";
  expect(shown(text).textContent).toBe(text);
  expect(shown("<b>&amp;</b>").textContent).toBe("<b>&amp;</b>");
});

it("puts each invisible character into its own box, and names it", () => {
  const boxes = [...shown("a\u202Eb\u2066\nc").querySelectorAll(".unseen")];
  expect(boxes.map((box) => box.getAttribute("data-code"))).toEqual(["U+202E", "U+2066", "U+000A"]);
  expect(boxes.map((box) => box.textContent)).toEqual(["\u202E", "\u2066", "\n"]);
});

it("leaves letters of every script alone", () => {
  const root = shown("עדה@例え.みんな é");
  expect(root.querySelector(".unseen")).toBeNull();
  expect(root.querySelector("bdi")).not.toBeNull();
});

it("has the whole value in the tooltip, with nothing that reverses its direction", () => {
  expect(shown("a\u202Eb").querySelector("bdi")?.title).toBe("a<U+202E>b");
});

it("clips what doesn't fit on any screen", () => {
  expect(shown("x".repeat(5_000_000)).textContent).toHaveLength(1001);
});
