// @vitest-environment happy-dom
import { type ComponentChild, render } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Fixture } from "./fixture.ts";

const modules = import.meta.glob<{ fixtures: Fixture[] }>("./**/*.fixtures.tsx", { eager: true });

const root = document.createElement("div");
document.body.append(root);

const show = (content: ComponentChild) => render(content, root);

afterEach(() => show(null));

/** All that can be read or is named, as one text. */
function words(): string {
  const named = [...root.querySelectorAll("[aria-label], [placeholder]")];
  const names = named.map((element) => element.getAttribute("aria-label") ?? "");
  return [root.textContent, ...names].join("\n");
}

describe.each(Object.entries(modules))("%s", (_, { fixtures }) => {
  it.each(fixtures)("shows $name", async ({ render: draw, shows }) => {
    show(draw());
    await vi.waitFor(() => {
      for (const text of shows) expect(words()).toContain(text);
    });
  });

  it.each(fixtures)("makes no element of API text: $name", async ({ render: draw }) => {
    show(draw());
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(root.querySelector("img, script, b, [style], [onerror]")).toBeNull();
  });
});
