import type { Fixture } from "../testing/fixture.ts";
import { PatternField } from "./pattern-field.tsx";
import type { LineError } from "./pattern-lines.ts";

const of =
  (text: string, errors: LineError[] = []) =>
  () => <PatternField text={text} errors={errors} onType={() => undefined} />;

export const fixtures: Fixture[] = [
  {
    name: "empty",
    render: of(""),
    shows: ["Patterns, one per line", "in braces. The classes are digit, hex"],
  },
  { name: "patterns", render: of("auth0|{hex:24}\n{digit:21}"), shows: ["Patterns, one per line"] },
  {
    name: "wrong lines",
    render: of("auth0|{hex:24}\n{digit:21\n{<b>:3}", [
      { template: "{digit:21", line: 2, message: 'A "{" is not closed.' },
      { template: "{<b>:3}", line: 3, message: "{<b>:3}: there is no class." },
    ]),
    shows: ["Line 2", 'A "{" is not closed.', "Line 3", "{<b>:3}: there is no class."],
  },
];
