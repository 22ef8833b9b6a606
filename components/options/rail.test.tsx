// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeBackground, fakeSites, sampleAbout } from "../testing/fake-background.ts";
import { clear, page, show } from "../testing/test-page.ts";
import { ANCHORS } from "./anchor.ts";
import { Options } from "./options.tsx";

beforeEach(() => {
  location.hash = "";
});
afterEach(clear);

const options = () =>
  show(
    <Options
      background={fakeBackground()}
      sites={fakeSites()}
      shortcut={async () => undefined}
      about={sampleAbout}
    />,
  );

const links = () => [...page.querySelectorAll<HTMLAnchorElement>(".rail a")];
const current = () => links().filter((link) => link.getAttribute("aria-current") === "location");

it("leads to a section each, in the order of the page", async () => {
  await options();
  expect(links().map(({ hash }) => hash)).toEqual(ANCHORS.map((anchor) => `#${anchor}`));
  const places = ANCHORS.map((anchor) => document.getElementById(anchor));
  for (const place of places) expect(place?.tagName).toBe("H2");
  const headings = [...page.querySelectorAll("h2")];
  expect(headings.filter((heading) => places.includes(heading))).toEqual(places);
});

it("marks one section, as the page is scrolled", async () => {
  await options();
  const tops = new Map(ANCHORS.map((anchor, place) => [anchor, place * 1_000 - 2_500]));
  for (const [anchor, top] of tops) {
    const heading = document.getElementById(anchor) as HTMLElement;
    heading.getBoundingClientRect = () => ({ top }) as DOMRect;
  }
  await act(() => void dispatchEvent(new Event("scroll")));
  expect(current().map(({ hash }) => hash)).toEqual(["#card"]);
});

it("has the focus where the address leads, once that is there", async () => {
  location.hash = "#console";
  await options();
  expect(document.activeElement?.id).toBe("console");
});

it("passes over an address that names no section", async () => {
  location.hash = "#app";
  await options();
  expect(document.activeElement).toBe(document.body);
});
