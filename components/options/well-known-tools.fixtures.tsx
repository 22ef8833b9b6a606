import { fakeSites, SITE } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { WellKnownTools } from "./well-known-tools.tsx";

const of =
  (on: string[], open: string[] = []) =>
  () => (
    <WellKnownTools
      sites={fakeSites(on)}
      on={on.map((pattern) => ({ pattern, fixed: false }))}
      open={open}
      policy={{}}
      onSwitched={async () => undefined}
    />
  );

export const fixtures: Fixture[] = [
  {
    name: "all off",
    render: of([SITE]),
    shows: ["Well-known tools", "Turn on a tool with one click.", "Hover cards on Zendesk"],
  },
  {
    name: "some on",
    render: of([
      "https://*.zendesk.com/*",
      "https://*.lightning.force.com/*",
      "https://*.my.salesforce.com/*",
    ]),
    shows: ["Hover cards on Zendesk", "Hover cards on Salesforce", "Hover cards on Help Scout"],
  },
  {
    name: "all on through a wider site",
    render: of(["https://*/*"]),
    shows: ["Tools you can’t change here are on because a site in the list above covers them."],
  },
  {
    name: "two are open in tabs",
    render: of([SITE], ["https://acme.zendesk.com/*", "https://mail.google.com/*"]),
    shows: ["open in a tab", "Hover cards on Zendesk"],
  },
];
