import type { Answer } from "../../lib/directory/answer.ts";
import { fakeBackground, never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { ada, found, zone } from "../testing/sample-users.ts";
import { TryCard } from "./try-card.tsx";

const of = (lookUp: () => Promise<Answer>) => () => (
  <div class="sample">
    <TryCard
      query={{ kind: "email", value: "ada@example.com" }}
      background={fakeBackground({ lookUp })}
      zone={zone}
      consoleTemplate={undefined}
      focused={false}
      onClose={() => undefined}
    />
  </div>
);

export const fixtures: Fixture[] = [
  {
    name: "tried: found",
    render: of(async () => found(ada)),
    shows: ["Keycard Lookup", "Active", "E-mail verified", "More", "Close"],
  },
  {
    name: "tried: on its way",
    render: of(never),
    shows: ["ada@example.com", "Refresh"],
  },
  {
    name: "tried: nobody",
    render: of(async () => ({ state: "absent", asOf: Date.now() })),
    shows: ["No user with this e-mail address in zone Production."],
  },
  {
    name: "tried: locked",
    render: of(async () => ({ state: "failed", failure: { why: "keyLocked" } })),
    shows: ["ada@example.com", "Passphrase", "Unlock", "Forgot it? Remove the key…"],
  },
  {
    name: "tried: failed",
    render: of(async () => ({ state: "failed", failure: { why: "network" } })),
    shows: ["Keycard couldn’t be reached.", "Try again"],
  },
];
