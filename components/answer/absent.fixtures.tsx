import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "../../lib/directory/answer.ts";
import type { ElsewhereReply } from "../../lib/directory/elsewhere.ts";
import type { Similarity, Suggested, SuggestionsReply } from "../../lib/directory/suggested.ts";
import { t } from "../../lib/i18n.ts";
import { userId } from "../../lib/keycard/ids.ts";
import type { User } from "../../lib/keycard/index.ts";
import type { Query } from "../../lib/query.ts";
import { never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import {
  absent,
  ada,
  bare,
  bob,
  hostile,
  looked,
  lookedEverywhere,
  staging,
  zone,
} from "../testing/sample-users.ts";
import { AnswerView } from "./answer-view.tsx";
import { answerRestHere } from "./rest-here.ts";

interface AskedProps {
  answer?: Answer;
  query?: Query;
  elsewhere?: () => Promise<ElsewhereReply>;
  suggestions?: () => Promise<SuggestionsReply>;
}

/** An absent answer with one of its buttons pressed: the one for which a reply is given. */
function Asked(props: AskedProps) {
  const { answer = absent, query = { kind: "email", value: ada.email } } = props;
  const { elsewhere = never, suggestions = never } = props;
  const root = useRef<HTMLDivElement>(null);
  const pressed = props.elsewhere ? "elsewhere.look" : "suggest.ask";
  useEffect(() => {
    const buttons = [...(root.current?.querySelectorAll("button") ?? [])];
    buttons.find(({ textContent }) => textContent === t(pressed))?.click();
  }, []);
  return (
    <div ref={root}>
      <AnswerView
        rest={answerRestHere}
        answer={answer}
        query={query}
        zone={zone}
        extent="glance"
        busy={false}
        turn={0}
        lookElsewhere={elsewhere}
        suggest={suggestions}
        onSearch={() => undefined}
        onOpenOptions={() => undefined}
        onAgain={() => undefined}
      />
    </div>
  );
}

const asked = (reply: ElsewhereReply) => () => <Asked elsewhere={async () => reply} />;

const suggested =
  (reply: SuggestionsReply, props: AskedProps = {}) =>
  () => <Asked {...props} suggestions={async () => reply} />;

const people = (...whys: Similarity[]): Suggested => ({
  state: "searched",
  people: whys.map((why, n) => ({
    user: { ...[ada, bob, bare][n % 3], id: userId(`${ada.id}${n}`) } as User,
    why,
  })),
  over: 0,
});

const nobody: Suggested = { state: "searched", people: [], over: 0 };

const cut: AskedProps = {
  answer: { state: "inconclusive", doubt: "may-be-cut", asOf: 0 },
  query: { kind: "email", value: "ada.lovelace@exam", cut: true },
};

const zones = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    id: `z-${place + 1}`,
    name: `Zone ${place + 1}`,
  }));

export const fixtures: Fixture[] = [
  {
    name: "searching other zones",
    render: () => <Asked elsewhere={never} />,
    shows: ["Search other zones", "Searching other zones…"],
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
      "Can’t tell: Partners. This key can’t access this zone.",
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
    shows: ["This key can’t access any other zone."],
  },
  {
    name: "in none of those that were asked, and there are more",
    render: asked(looked({ asked: 12, denied: zones(12), more: true })),
    shows: [
      "Not found in: Zone 1, Zone 2, Zone 3, Zone 4, Zone 5 and 7 more.",
      "Searched 12 other zones. This key might have access to more. Choose another zone to search there.",
    ],
  },
  {
    name: "no other zone was named, but there are more",
    render: asked(looked({ asked: 0, more: true })),
    shows: ["No other zone could be searched, but this key might have access to some."],
  },
  {
    name: "in no zone that could tell",
    render: asked(
      looked({ denied: zones(3), failed: [{ zone: staging, failure: { why: "timeout" } }] }),
    ),
    shows: [
      "Not found in: Zone 1, Zone 2, Zone 3.",
      "Can’t tell: Staging. Keycard didn’t respond in time.",
    ],
  },
  {
    name: "zones are not listed",
    render: asked({ state: "unlisted" }),
    shows: ["This key can’t list zones, so the others aren’t known."],
  },
  {
    name: "other zones: failed",
    render: asked({ state: "failed", failure: { why: "network" } }),
    shows: ["Keycard couldn’t be reached.", "Try again"],
  },
  {
    name: "looking for who may be meant",
    render: () => <Asked suggestions={never} />,
    shows: ["Find similar addresses", "Looking for similar addresses…"],
  },
  {
    name: "may be meant, for every reason",
    render: suggested(
      people(
        { kind: "longer" },
        { kind: "untagged", tag: "+support" },
        { kind: "tagged", tag: "+tickets" },
        { kind: "dots" },
        { kind: "letter" },
        { kind: "swap" },
        { kind: "order" },
        { kind: "within" },
        { kind: "domain", domain: "example.org" },
      ),
    ),
    shows: [
      "begins like this",
      "without +support",
      "with +tickets",
      "only dots or dashes differ",
      "one letter differs",
      "two letters swapped",
      "words in another order",
      "part of what’s written",
      "same name at example.org",
      "Disabled",
      "Search other zones",
    ],
  },
  {
    name: "may be meant, and there are more",
    render: suggested({
      ...people({ kind: "letter" }),
      over: 3,
      doubt: "first-100-only",
    }),
    shows: ["3 more are similar.", "There may be more: this zone lists only"],
  },
  {
    name: "may be meant, hostile values",
    render: suggested({
      state: "searched",
      people: [{ user: hostile, why: { kind: "domain", domain: `<b>x</b>.${"long".repeat(40)}` } }],
      over: 0,
    }),
    shows: ["same name at <b>x</b>.long", "evil.example"],
  },
  {
    name: "nobody may be meant",
    render: suggested(nobody),
    shows: ["No similar address in zone Production. Looked for: no tag or dots, one letter off"],
  },
  {
    name: "nobody may be meant, as far as could be seen",
    render: suggested({ ...nobody, doubt: "too-many-matches" }),
    shows: ["No similar address among those that could be checked. There may be more"],
  },
  {
    name: "may be meant by an address that may be cut",
    render: suggested(people({ kind: "longer" }), cut),
    shows: ["begins like this", "Cannot tell: the page may have cut this address"],
  },
  {
    name: "nobody begins as an address that may be cut",
    render: suggested(nobody, cut),
    shows: ["No address in zone Production begins like this. Also looked for"],
  },
  {
    name: "who may be meant: failed",
    render: suggested({ state: "failed", failure: { why: "network" } }),
    shows: ["Keycard couldn’t be reached.", "Try again"],
  },
];
