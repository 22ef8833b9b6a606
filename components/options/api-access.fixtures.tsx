import { fakeSites } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { ApiAccess } from "./api-access.tsx";

const at = (granted: boolean) => () => (
  <ApiAccess
    sites={fakeSites([], { mayReachApi: async () => granted })}
    onGranted={() => undefined}
  />
);

export const fixtures: Fixture[] = [
  {
    name: "not allowed",
    render: at(false),
    shows: [
      "The browser doesn’t let Keycard Lookup reach Keycard",
      "for Keycard’s API only",
      "Allow access to Keycard",
    ],
  },
];
