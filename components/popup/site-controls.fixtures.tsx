import type { TabMarks } from "../../lib/messages/background-api.ts";
import { fakeBackground, fakeSites, never, SITE } from "../fake-background.ts";
import type { Fixture } from "../fixture.ts";
import { SiteControls } from "./site-controls.tsx";

const of = (tabMarks: () => Promise<TabMarks>, patterns?: string[]) => () => (
  <SiteControls background={fakeBackground({ tabMarks })} sites={fakeSites(patterns)} />
);

const on = (count: number, capped = false) =>
  of(async () => ({ state: "on", pattern: SITE, count, capped }));

const site = "Hover look-ups on https://tickets.example.com";
const lines = "Underline mentions on tickets.example.com";

export const fixtures: Fixture[] = [
  { name: "the site is off", render: of(never, []), shows: [site, "Look-ups are off"] },
  { name: "the lines are asked for", render: of(never), shows: [site] },
  {
    name: "the lines are off",
    render: of(async () => ({ state: "off", pattern: SITE })),
    shows: [site, lines, "Off for this site"],
  },
  { name: "lines", render: on(12), shows: [lines, "12 mentions underlined"] },
  { name: "no line yet", render: on(0), shows: [lines, "Looking for mentions…"] },
  { name: "a cap is reached", render: on(5_000, true), shows: ["Only the first 5,000"] },
  { name: "a frame’s cap is reached", render: on(5_012, true), shows: ["A frame has more"] },
  {
    name: "the lines cannot be asked for",
    render: of(() => Promise.reject(new Error("port closed"))),
    shows: ["Underline mentions", "The extension did not answer. It is asked again."],
  },
];
