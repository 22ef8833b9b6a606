import type { TabMarks } from "../../lib/messages/background-api.ts";
import type { LinesState } from "../../lib/messages/page-mentions.ts";
import { fakeBackground, fakeSites, never, SITE } from "../fake-background.ts";
import type { Fixture } from "../fixture.ts";
import type { SitePolicy } from "../site-policy.ts";
import { SiteControls } from "./site-controls.tsx";

const of = (tabMarks: () => Promise<TabMarks>, patterns?: string[]) => () => (
  <SiteControls background={fakeBackground({ tabMarks })} sites={fakeSites(patterns)} policy={{}} />
);

const on = (count: number, lines: LinesState = "all") =>
  of(async () => ({ state: "on", pattern: SITE, count, lines }));

const site = "Hover look-ups on https://tickets.example.com";
const lines = "Underline mentions on tickets.example.com";

const set = (policy: SitePolicy, patterns?: string[]) => () => (
  <SiteControls background={fakeBackground()} sites={fakeSites(patterns)} policy={policy} />
);

export const fixtures: Fixture[] = [
  {
    name: "the organization has switched the site off, whatever is permitted",
    render: set({ sitesOn: [SITE], sitesOff: ["*://*.example.com/*"] }),
    shows: [site, "Switched off for this site by your organization"],
  },
  {
    name: "the organization wants the site on",
    render: set({ sitesOn: [SITE] }),
    shows: [site, "set by your organization", lines],
  },
  {
    name: "the organization wants the site on, and it is not yet",
    render: set({ sitesOn: [SITE] }, []),
    shows: [site, "Look-ups are off"],
  },
  { name: "the site is off", render: of(never, []), shows: [site, "Look-ups are off"] },
  { name: "the lines are asked for", render: of(never), shows: [site] },
  {
    name: "the lines are off",
    render: of(async () => ({ state: "off", pattern: SITE })),
    shows: [site, lines, "Off for this site"],
  },
  { name: "lines", render: on(12), shows: [lines, "12 mentions underlined"] },
  { name: "no line yet", render: on(0), shows: [lines, "Looking for mentions…"] },
  { name: "a cap is reached", render: on(500, "capped"), shows: ["Only the first 500"] },
  { name: "a frame’s cap is reached", render: on(512, "capped"), shows: ["A frame has more"] },
  { name: "the lines rest", render: on(38, "resting"), shows: ["The lines come back when"] },
  {
    name: "the lines cannot be asked for",
    render: of(() => Promise.reject(new Error("port closed"))),
    shows: ["Underline mentions", "The extension did not answer. It is asked again."],
  },
];
