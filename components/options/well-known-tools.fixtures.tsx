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
    shows: ["Well-known tools", "Turn on a tool with one click.", "Look-ups on Zendesk"],
  },
  {
    name: "some on",
    render: of([
      "https://*.zendesk.com/*",
      "https://*.lightning.force.com/*",
      "https://*.my.salesforce.com/*",
    ]),
    shows: ["Look-ups on Zendesk", "Look-ups on Salesforce", "Look-ups on Help Scout"],
  },
  {
    name: "all on through a wider site",
    render: of(["https://*/*"]),
    shows: ["What cannot be switched here is on through a wider site in the list above."],
  },
  {
    name: "two are open in tabs",
    render: of([SITE], ["https://acme.zendesk.com/*", "https://mail.google.com/*"]),
    shows: ["open in a tab", "Look-ups on Zendesk"],
  },
];
