import type { Fixture } from "../testing/fixture.ts";
import { DebugLogView } from "./debug-log.tsx";
import { debugLogText } from "./debug-log-text.ts";

const nothing = () => undefined;

const of = (isOn: boolean, outcome: string, text?: string) => () => (
  <DebugLogView
    isOn={isOn}
    text={text}
    outcome={outcome}
    onTurn={nothing}
    onCopy={nothing}
    onClear={nothing}
  />
);

const text = debugLogText("0.1.0", {
  entries: [
    [0, { event: "worker-started" }],
    [812, { event: "message", name: "fillCard", from: "top-frame", outcome: "taken" }],
    [1_043, { event: "request", what: "users", status: 200, ms: 214 }],
    [1_045, { event: "look-up", answer: "found", kept: false, ms: 231 }],
  ],
  dropped: 0,
  inPrivate: 2,
});

export const fixtures: Fixture[] = [
  { name: "off", render: of(false, ""), shows: ["Debug log", "Turn on log"] },
  {
    name: "on",
    render: of(true, "The log is on."),
    shows: ["Copy log", "Clear", "Turn off log", "The log is on."],
  },
  {
    name: "copied",
    render: of(true, "Copied", text),
    shows: [
      "request  what=users  status=200  ms=214",
      "In private windows: 2, not listed",
      "Copied",
    ],
  },
  {
    name: "no answer",
    render: of(false, "The extension didn’t respond. Try again."),
    shows: ["The extension didn’t respond."],
  },
];
