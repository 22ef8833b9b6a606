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
      "In zone Staging",
      "In zone z3",
      "2 users share this address",
      "Zone Legacy: Cannot tell",
      "Zone Partners: This key may not read this zone.",
    ],
  },
  {
    name: "hostile values in another zone",
    render: asked(looked({ hits: [{ zone: { ...staging, name: "<b>x</b>" }, users: [hostile] }] })),
    shows: ["In zone <b>x</b>", "evil.example"],
  },
  {
    name: "in no other zone",
    render: asked(looked({ asked: 1200 })),
    shows: ["In none of the 1,200 other zones that this key reads."],
  },
  {
    name: "not in the one other zone",
    render: asked(looked({ asked: 1 })),
    shows: ["Not in the one other zone that this key reads either."],
  },
  {
    name: "no other zone",
    render: asked(looked({ asked: 0 })),
    shows: ["This key reads no other zone."],
  },
  {
    name: "in none of those that were asked, and there are more",
    render: asked(looked({ asked: 12, more: true })),
    shows: [
      "Not in 12 other zones that this key reads.",
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
    render: asked(looked({ failed: [{ zone: staging, failure: { why: "timeout" } }] })),
    shows: [
      "Not in 3 other zones that this key reads.",
      "Zone Staging: Keycard did not answer in time.",
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
