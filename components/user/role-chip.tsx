import { InertText } from "../parts/inert-text.tsx";
import { clipped, inertLine } from "../parts/unseen.ts";
import type { RoleWords } from "./user-words.ts";

interface RoleChipProps {
  words: RoleWords;
  /** What stands beside its name; the tooltip has all. */
  beside: readonly string[];
}

/** One role. */
export function RoleChip({ words, beside }: RoleChipProps) {
  return (
    <li class="chip" title={roleTitle(words)}>
      <strong>
        <InertText text={words.name} />
      </strong>
      <span class="chip-scope">
        {beside.map((said) => (
          <>
            {" · "}
            <InertText text={said} />
          </>
        ))}
      </span>
    </li>
  );
}

/** A role with all that tells it from others, in one line. */
export const roleTitle = ({ name, beside }: RoleWords): string =>
  inertLine([name, ...beside].map((words) => clipped(words)).join(" · "));
