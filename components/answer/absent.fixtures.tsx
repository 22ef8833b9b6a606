import { useEffect, useRef } from "preact/hooks";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import { never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  absent,
  ada,
  hostile,
  looked,
  lookedEverywhere,
  staging,
  zone,
} from "../testing/sample-users.ts";
import { AnswerView } from "./answer-view.tsx";

/** Somebody absent, with the button pressed. */
function Asked({ reply }: { reply: () => Promise<ElsewhereReply> }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector("button")?.click(), []);
  return (
    <div ref={root}>
      <AnswerView
        answer={absent}
        query={{ kind: "email", value: ada.email }}
        zone={zone}
        surface="card"
        extent="glance"
        busy={false}
        turn={0}
        lookElsewhere={reply}
        onOpenOptions={() => undefined}
        onAgain={() => undefined}
      />
    </div>
  );
}

const asked = (reply: ElsewhereReply) => () => <Asked reply={async () => reply} />;

const zones = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `z-${place + 1}`,
    name: `Zone ${place + 1}`,
  }));

export const fixtures: Fixture[] = [
  {
    name: "looking in other zones",
    render: () => <Asked reply={never} />,
    shows: ["Look in other zones", "Looking in other zones…"],
  },
  {
    name: "found in other zones, and some that do not say",
    render: asked(lookedEverywhere),
    shows: [
      "Not in Production. Found in Staging:",
      "Found in z3:",
      "2 users share this address",
      "Not found in: Sandbox.",
      "Can’t tell: Legacy.",
      "Can’t tell: Partners. This key may not read this zone.",
    ],
  },
  {
    name: "hostile values in another zone",
    render: asked(looked({ hits: [{ zone: { ...staging, name: "<b>x</b>" }, users: [hostile] }] })),
    shows: ["Found in <b>x</b>:", "evil.example"],
  },
  {
    name: "in no other zone",
    render: asked(looked({ asked: 1200, denied: zones(1200) })),
    shows: ["Not found in: Zone 1, Zone 2, Zone 3, Zone 4, Zone 5 and 1,195 more."],
  },
  {
    name: "not in the one other zone",
    render: asked(looked({ asked: 1, denied: [staging] })),
    shows: ["Not found in: Staging."],
  },
  {
    name: "no other zone",
    render: asked(looked({ asked: 0 })),
    shows: ["This key reads no other zone."],
  },
  {
    name: "in none of those that were asked, and there are more",
    render: asked(looked({ asked: 12, denied: zones(12), more: true })),
    shows: [
      "Not found in: Zone 1, Zone 2, Zone 3, Zone 4, Zone 5 and 7 more.",
      "Asked 12 other zones. This key may read more: choose another zone to search there.",
    ],
  },
  {
    name: "no other zone was named, but there are more",
    render: asked(looked({ asked: 0, more: true })),
    shows: ["No other zone could be asked, but this key may read some."],
  },
  {
    name: "in no zone that could tell",
    render: asked(
      looked({ denied: zones(3), failed: [{ zone: staging, failure: { why: "timeout" } }] }),
    ),
    shows: [
      "Not found in: Zone 1, Zone 2, Zone 3.",
      "Can’t tell: Staging. Keycard did not answer in time.",
    ],
  },
  {
    name: "zones are not listed",
    render: asked({ state: "unlisted" }),
    shows: ["This key may not list zones, so the others are not known."],
  },
  {
    name: "other zones: failed",
    render: asked({ state: "failed", failure: { why: "network" } }),
    shows: ["Keycard could not be reached.", "Try again"],
  },
];
