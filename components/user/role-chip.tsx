import { InertText } from "../parts/inert-text.tsx";
import { clipped, inertLine } from "../parts/unseen.ts";
import type { RoleWords } from "./user-words.ts";

interface RoleChipProps {
  words: RoleWords;
  /** What is shown after its name; the tooltip has everything. */
  beside: readonly string[];
}

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

/** A role with everything that distinguishes it from others, in one line. */
export const roleTitle = ({ name, beside }: RoleWords): string =>
  inertLine([name, ...beside].map((words) => clipped(words)).join(" · "));
