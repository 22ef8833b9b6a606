import { fakeSites, SITE } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { WellKnownTools } from "./well-known-tools.tsx";

const of = (on: string[]) => () => (
  <WellKnownTools
    sites={fakeSites(on)}
    on={on.map((pattern) => ({ pattern, fixed: false }))}
    policy={{}}
    onSwitched={async () => undefined}
  />
);

export const fixtures: Fixture[] = [
  {
    name: "all off",
    render: of([SITE]),
    shows: ["Well-known tools", "One click for all addresses of a tool.", "Look-ups on Zendesk"],
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
];
