import { useEffect, useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import {
  fakeBackground,
  fakeSites,
  SITE,
  sampleAbout,
  sampleSettings,
} from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { zone } from "../testing/sample-users.ts";
import { FirstRunFinish } from "./first-run-finish.tsx";
import { Options, type OptionsProps } from "./options.tsx";

const of =
  (
    own: Partial<BackgroundApi>,
    { on = [SITE], skipped = [] }: Partial<FirstRun> & { on?: string[] } = {},
  ) =>
  () => (
    <Options
      background={fakeBackground({
        settings: async () => ({
          ...sampleSettings,
          firstRun: { agreed: true, done: false, skipped },
        }),
        ...own,
      })}
      sites={fakeSites(on)}
      shortcut={async () => "Alt+Shift+K"}
      about={sampleAbout}
    />
  );

const finish =
  ({ own = {}, on = [SITE], open = [] as string[] }) =>
  () => {
    const background = fakeBackground(own);
    return (
      <Finish background={background} sites={fakeSites(on, { openSites: async () => open })} />
    );
  };

function Finish({ background, sites }: Pick<OptionsProps, "background" | "sites">) {
  const store = useMemo(() => createConnectionStore(background), [background]);
  useEffect(() => void store.load(), [store]);
  return (
    <main class="options">
      <h1>Options</h1>
      <FirstRunFinish
        background={background}
        store={store}
        settings={sampleSettings}
        sites={sites}
        onLeave={() => undefined}
      />
    </main>
  );
}

export const fixtures: Fixture[] = [
  {
    name: "first run: what data goes where",
    render: of({
      connection: async () => ({ state: "no-key" }),
      settings: async () => ({ ...sampleSettings, firstRun: { done: false, skipped: [] } }),
    }),
    shows: [
      "What data goes where",
      "Read on web pages",
      "Sent to Keycard",
      "to api.keycard.ai",
      "Stored in this browser",
      "Given to anyone else",
      "Agree and continue",
      "Not now",
    ],
  },
  {
    name: "first run: connect",
    render: of({ connection: async () => ({ state: "no-key" }) }),
    shows: [
      "Step 1 of 4",
      "Connect to Keycard",
      "Recommended. Expires by itself",
      "Create a key in the Keycard console",
      "Skip this step",
      "Skip setup",
    ],
  },
  {
    name: "first run: the key is locked",
    render: of({ connection: async () => ({ state: "locked" }) }),
    shows: ["Step 1 of 4", "Enter your passphrase to look people up.", "Unlock"],
  },
  {
    name: "first run: zone",
    render: of({
      connection: async () => ({ state: "no-zone", keyKind: "service-account", way: "device" }),
      zones: async () => ({ state: "listed", zones: [zone, { id: "z2", name: "Staging" }] }),
    }),
    shows: [
      "Step 1 of 4",
      "Connected with a service account.",
      "Step 2 of 4",
      "Choose a zone…",
      "Skip this step",
    ],
  },
  {
    name: "first run: sites",
    render: of({}),
    shows: [
      "Step 3 of 4",
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
    shows: ["Step 3 of 4", "skipped", "No site is on yet.", "Finish without a site"],
  },
  {
    name: "first run: the end, with sites that are open in tabs",
    render: finish({ on: ["https://*.zendesk.com/*", SITE], open: ["https://acme.zendesk.com/*"] }),
    shows: [
      "Step 4 of 4",
      "You’re set",
      "Go to your tab with acme.zendesk.com",
      "Someone in your zone",
      "All settings",
    ],
  },
  {
    name: "first run: the end, with sites that are on",
    render: finish({ on: [SITE, "https://*.zendesk.com/*"] }),
    shows: ["Open a ticket on tickets.example.com or zendesk.com, and hover"],
  },
  {
    name: "first run: the end, with no site on",
    render: finish({ on: [] }),
    shows: ["You’re set", "No site is on yet, so hovering does nothing."],
  },
  {
    name: "first run: the end, not connected",
    render: finish({ own: { connection: async () => ({ state: "no-key" }) } }),
    shows: ["Not ready yet", "Lookups need a key and a zone.", "All settings"],
  },
];
