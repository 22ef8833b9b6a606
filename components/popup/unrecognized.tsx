import type { UnrecognizedLines } from "../../lib/contract/replies.ts";
import { number, t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import type { Pasted } from "./pasted-store.ts";

/** The lines of a pasted text in which nobody was recognized; nothing where there are none, or the text was not read. */
export function Unrecognized({ pasted }: { pasted: Pasted }) {
  return pasted.state === "read" && pasted.unrecognized.count > 0 ? (
    <Lines {...pasted.unrecognized} />
  ) : null;
}

function Lines({ lines, count }: UnrecognizedLines) {
  return (
    <details class="unrecognized">
      <summary>{t("paste.unrecognized", count, [number(count)])}</summary>
      <ol>
        {lines.map((line, place) => (
          <li key={place}>
            <InertText text={line} whole />
          </li>
        ))}
      </ol>
      {count > lines.length && (
        <p>{t("paste.unrecognizedMore", { count: number(count - lines.length) })}</p>
      )}
    </details>
  );
}
