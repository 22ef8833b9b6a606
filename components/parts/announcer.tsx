import { kept, useKept } from "./kept.ts";
import { clipped, inertLine } from "./unseen.ts";

const said = kept({ text: "", turn: 0 });

/** Has a screen reader say something, politely; the same text twice is said twice. */
export function announce(text: string): void {
  said.value = { text, turn: said.value.turn + 1 };
}

/** Takes back what was said. */
export const silence = () => announce("");

/** The page's one live region; every page has it from the start, or nothing is heard. */
export function Announcer() {
  const { text, turn } = useKept(said);
  return (
    <div role="status" class="heard-only">
      <span key={turn}>{inertLine(clipped(text))}</span>
    </div>
  );
}
