import { kept, useKept } from "./kept.ts";
import { clipped, inertLine } from "./unseen.ts";

const said = kept({ text: "", turn: 0 });

/** Makes a screen reader announce a text, politely; the same text twice is announced twice. */
export function announce(text: string): void {
  said.value = { text, turn: said.value.turn + 1 };
}

/** Clears the announcement. */
export const silence = () => announce("");

/** The page's one live region. It has to exist from the start, or nothing is announced. */
export function Announcer() {
  const { text, turn } = useKept(said);
  return (
    <div role="status" class="heard-only">
      <span key={turn}>{inertLine(clipped(text))}</span>
    </div>
  );
}
