import type { FileSettings } from "../../lib/settings/settings-file.ts";
import type { Fixture } from "../testing/fixture.ts";
import { ImportPreview, type ImportPreviewProps } from "./import-preview.tsx";

const held: FileSettings = {
  zone: { id: "zone-1", name: "Production" },
  modifier: null,
  hoverMs: 250,
  subjects: [],
  lockAfterMin: 15,
  consoleUrl: null,
  theme: "system",
  sites: ["https://tickets.example.com/*"],
  marks: [],
};

const of =
  (given: FileSettings, own: Partial<ImportPreviewProps> = {}) =>
  () => (
    <ImportPreview
      held={held}
      given={given}
      policy={{}}
      connected
      onTake={() => undefined}
      onCancel={() => undefined}
      {...own}
    />
  );

const ALL: FileSettings = {
  zone: { id: "zone-2", name: "Staging" },
  modifier: "Alt",
  hoverMs: 1_500,
  subjects: Array.from({ length: 12 }, (_, n) => `tenant-${n}|{hex:24}`),
  lockAfterMin: 5,
  consoleUrl: "https://console.example.com/{organization_id}/zones/{zone_id}/users/{user_id}",
  theme: "dark",
  sites: ["https://*.desk.example/*"],
  marks: ["https://tickets.example.com/*"],
};

export const fixtures: Fixture[] = [
  {
    name: "everything would change",
    render: of(ALL),
    shows: [
      "What would change",
      "Staging",
      "1,500 milliseconds",
      "2 more",
      "https://*.desk.example",
      "Replace these settings",
    ],
  },
  {
    name: "nothing would change",
    render: of(held),
    shows: ["Nothing would change: you already have these settings.", "Change nothing"],
  },
  {
    name: "set by the organization, and no key to check the zone with",
    render: of(
      { zone: { id: "zone-2" }, subjects: ["{digit:21}"], theme: "light" },
      { policy: { subjectPatterns: [] }, connected: false },
    ),
    shows: ["Set by your organization", "stays as it is. Connect first", "Light"],
  },
];
