import type { Diagnostics } from "../../lib/contract/diagnostics.ts";
import { sampleAbout, sampleDiagnostics, sampleEnvironment } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { DiagnosticsView } from "./diagnostics.tsx";
import { diagnosticsText } from "./diagnostics-text.ts";

const nothing = () => undefined;
const now = Date.UTC(2026, 0, 1);

function textOf(own: Partial<Diagnostics> = {}): string {
  return diagnosticsText({
    ...sampleAbout,
    shortcut: "Alt+Shift+K",
    environment: sampleEnvironment,
    diagnostics: { ...sampleDiagnostics, ...own },
    now,
  });
}

const of = (outcome: string, text?: string) => () => (
  <DiagnosticsView text={text} outcome={outcome} onCopy={nothing} onShow={nothing} />
);

export const fixtures: Fixture[] = [
  { name: "not shown", render: of(""), shows: ["Copy diagnostics", "Show what’s copied"] },
  {
    name: "copied, and all is well",
    render: of("Copied", textOf()),
    shows: [
      "Connection: ready",
      "Answers kept: 12 found, 3 absent, 0 inconclusive",
      "Errors in this browser session: none",
      "Copied",
    ],
  },
  {
    name: "not connected, with errors",
    render: of(
      "",
      textOf({
        connection: "no-key",
        failures: [
          { why: "server", count: 7, lastAt: now - 180_000, status: 503 },
          { why: "offline", count: 1, lastAt: now - 600_000 },
        ],
        policy: { keys: ["zone", "keepKey"], warnings: 1 },
      }),
    ),
    shows: [
      "- server (HTTP 503): 7, last 3 min ago",
      "- offline: 1, last 10 min ago",
      "zone, keepKey (not used: 1)",
    ],
  },
  {
    name: "no answer",
    render: of("The extension didn’t respond. Try again."),
    shows: ["The extension didn’t respond."],
  },
];
