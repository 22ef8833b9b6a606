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

it("links to each section, in page order", async () => {
  await options();
  expect(links().map(({ hash }) => hash)).toEqual(ANCHORS.map((anchor) => `#${anchor}`));
  const places = ANCHORS.map((anchor) => document.getElementById(anchor));
  for (const place of places) expect(place?.tagName).toBe("H2");
  const headings = [...page.querySelectorAll("h2")];
  expect(headings.filter((heading) => places.includes(heading))).toEqual(places);
});

it("marks one section, depending on the scroll position", async () => {
  await options();
  const tops = new Map(ANCHORS.map((anchor, place) => [anchor, place * 1_000 - 2_500]));
  for (const [anchor, top] of tops) {
    const heading = document.getElementById(anchor) as HTMLElement;
    heading.getBoundingClientRect = () => ({ top }) as DOMRect;
  }
  await act(() => void dispatchEvent(new Event("scroll")));
  expect(current().map(({ hash }) => hash)).toEqual(["#card"]);
});

it("focuses the section in the URL as soon as it exists", async () => {
  location.hash = "#console";
  await options();
  expect(document.activeElement?.id).toBe("console");
});

it("ignores a URL that names no section", async () => {
  location.hash = "#app";
  await options();
  expect(document.activeElement).toBe(document.body);
});
