import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import {
  fakeBackground,
  fakeSites,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { zone } from "../testing/sample-users.ts";
import { Options } from "./options.tsx";

const of =
  (
    own: Partial<BackgroundApi>,
    { on = [SITE], skipped = [] }: Partial<FirstRun> & { on?: string[] } = {},
  ) =>
  () => (
    <Options
      background={fakeBackground({
        settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped } }),
        ...own,
      })}
      sites={fakeSites(on)}
      shortcut={async () => "Alt+Shift+K"}
      about={sampleAbout}
    />
  );

export const fixtures: Fixture[] = [
  {
    name: "first run: connect",
    render: of({ connection: async () => ({ state: "no-key" }) }),
    shows: [
      "Step 1 of 3",
      "Connect to Keycard",
      "Client secret",
      "Skip this step",
      "Skip the set-up",
    ],
  },
  {
    name: "first run: the key is locked",
    render: of({ connection: async () => ({ state: "locked" }) }),
    shows: ["Step 1 of 3", "Type the passphrase to look people up.", "Unlock"],
  },
  {
    name: "first run: zone",
    render: of({
      connection: async () => ({ state: "no-zone", keyKind: "service-account", way: "device" }),
      zones: async () => ({ state: "listed", zones: [zone, { id: "z2", name: "Staging" }] }),
    }),
    shows: [
      "Step 1 of 3",
      "Connected with a service account.",
      "Step 2 of 3",
      "Choose a zone…",
      "Skip this step",
    ],
  },
  {
    name: "first run: sites",
    render: of({}),
    shows: [
      "Step 3 of 3",
      "https://tickets.example.com",
      "Users are looked up in zone Production.",
      "Finish",
    ],
  },
  {
    name: "first run: sites, none on, and all before skipped",
    render: of(
      { connection: async () => ({ state: "no-key" }) },
      { on: [], skipped: ["connect", "zone"] },
    ),
    shows: ["Step 3 of 3", "skipped", "No site is on yet.", "Finish without a site"],
  },
];
