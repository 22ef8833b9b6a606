import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { LinesState } from "../../lib/contract/page-mentions.ts";
import type { TabMarks } from "../../lib/contract/replies.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import { fakeBackground, fakeSites, never, SITE } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { staging, zone } from "../testing/sample-users.ts";
import { ControlsWithNotes } from "./controls-with-notes.tsx";

const LONG_SITE = "https://very-long-subdomain-of-the-support-of-our-company.zendesk.example/*";

function drawn(
  own: Partial<BackgroundApi>,
  patterns: string[] | undefined,
  policy: Policy = {},
  pattern = SITE,
) {
  return () => {
    const background = fakeBackground(own);
    const connection = createConnectionStore(background);
    void connection.load();
    return (
      <ControlsWithNotes
        background={background}
        sites={fakeSites(patterns, { siteOfActiveTab: async () => pattern })}
        policy={policy}
        connection={connection}
        isIdle
        onChooseZone={(zoneId) => void connection.choose(zoneId)}
      />
    );
  };
}

const of = (tabMarks: () => Promise<TabMarks>, patterns?: string[]) =>
  drawn({ tabMarks }, patterns);

const on = (count: number, lines: LinesState = "all") =>
  of(async () => ({ state: "on", pattern: SITE, found: { count, lines } }));

const LONG =
  "Customer Identity Production Environment of the European Union (Frankfurt and Dublin)";
const longZone: ZoneRef = { ...zone, name: LONG };

const site = "Hover cards on https://tickets.example.com";
const lines = "Underline addresses and IDs on tickets.example.com";

const set = (policy: Policy, patterns?: string[]) => drawn({}, patterns, policy);

const zoned = (zones: ZoneRef[], own: Partial<BackgroundApi> = {}, policy?: Policy) =>
  drawn({ zones: async () => ({ state: "listed", zones }), ...own }, undefined, policy);

export const fixtures: Fixture[] = [
  {
    name: "the organization has switched the site off, whatever is permitted",
    render: set({ sitesOn: [SITE], sitesOff: ["*://*.example.com/*"] }),
    shows: [site, "Turned off for this site by your organization"],
  },
  {
    name: "the organization wants the site on",
    render: set({ sitesOn: [SITE] }),
    shows: [site, "set by your organization", lines],
  },
  {
    name: "the organization wants the site on, and it is not yet",
    render: set({ sitesOn: [SITE] }, []),
    shows: [site, lines],
  },
  {
    name: "the site is off",
    render: of(never, []),
    shows: [
      site,
      lines,
      "Hover cards are off on tickets.example.com.",
      "Turn on",
      "Turn on hover cards first.",
    ],
  },
  {
    name: "a site with a long name",
    render: drawn({}, [LONG_SITE], {}, LONG_SITE),
    shows: ["our-company.zendesk.example"],
  },
  { name: "the lines are asked for", render: of(never), shows: [site] },
  {
    name: "the lines are off",
    render: of(async () => ({ state: "off", pattern: SITE })),
    shows: [site, lines],
  },
  { name: "lines", render: on(12), shows: [lines, "12 addresses and IDs underlined"] },
  { name: "no line yet", render: on(0), shows: [lines, "Looking for addresses and IDs…"] },
  { name: "a cap is reached", render: on(500, "capped"), shows: ["Only the first 500"] },
  { name: "a frame’s cap is reached", render: on(512, "capped"), shows: ["A frame has more"] },
  { name: "the lines rest", render: on(38, "resting"), shows: ["Underlines are paused"] },
  {
    name: "the lines cannot be asked for",
    render: of(() => Promise.reject(new Error("port closed"))),
    shows: ["Underline", "The extension didn’t respond. Retrying…"],
  },
  {
    name: "several zones",
    render: zoned([zone, staging]),
    shows: ["Zone", "Production", "Staging"],
  },
  {
    name: "several zones, one set by the organization",
    render: zoned([zone, staging], {}, { zone: zone.id }),
    shows: ["Zone", "Set by your organization", "Production"],
  },
  {
    name: "zones of long names",
    render: zoned([longZone, { ...staging, name: LONG }], {
      connection: async () => ({
        state: "ready",
        keyKind: "api-key",
        way: "device",
        zone: longZone,
      }),
    }),
    shows: ["Customer Identity Production Environment"],
  },
  {
    name: "nothing is known yet",
    render: drawn({ connection: never }, undefined),
    shows: ["Hover cards", "Underline", "Zone"],
  },
];
