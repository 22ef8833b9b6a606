// @vitest-environment happy-dom
import { type ComponentChild, render } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import type { Fixture } from "./testing/fixture.ts";
import { eventually } from "./testing/test-page.ts";

const modules = import.meta.glob<{ fixtures: Fixture[] }>("./**/*.fixtures.tsx", { eager: true });

const root = document.createElement("div");
document.body.append(root);

const show = (content: ComponentChild) => render(content, root);

afterEach(() => show(null));

/** Everything that can be read or is a label, as one text. */
function words(): string {
  const named = [...root.querySelectorAll("[aria-label], [placeholder]")];
  const names = named.map((element) => element.getAttribute("aria-label") ?? "");
  return [root.textContent, ...names].join("\n");
}

describe.each(Object.entries(modules))("%s", (_, { fixtures }) => {
  it.each(fixtures)("shows $name, and makes no element of API text", async (fixture) => {
    expect(fixture.shows).not.toEqual([]);
    show(fixture.render());
    await eventually(() => {
      for (const text of fixture.shows) expect(words()).toContain(text);
    });
    expect(root.querySelector("img, script, b, [style], [onerror]")).toBeNull();
  });
});
