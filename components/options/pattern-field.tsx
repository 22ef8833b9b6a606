import { useId, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { InertText } from "../parts/inert-text.tsx";
import type { LineError } from "./pattern-lines.ts";

/** Minimum number of lines shown. */
const LINES_MIN = 4;

export interface PatternFieldProps {
  text: string;
  errors: LineError[];
  onType: (text: string) => void;
}

/** The patterns as text with line numbers, and below it the errors with theirs. */
export function PatternField({ text, errors, onType }: PatternFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const count = text.split("\n").length;
  const wrong = new Set(errors.map(({ line }) => line));
  const numbers = Array.from({ length: Math.max(LINES_MIN, count) }, (_, place) => place + 1);
  const described = errors.length > 0 ? `${id}-hint ${id}-errors` : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{t("options.subjects.label")}</label>
      <p id={`${id}-hint`} class="hint">
        {t("options.subjects.hint")}
      </p>
      <div class="lines">
        <div class="line-numbers" aria-hidden="true">
          {numbers.map((number) => (
            <span key={number} class={wrong.has(number) ? "is-wrong" : undefined}>
              {number}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          class="line-text"
          rows={numbers.length}
          wrap="off"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          aria-invalid={errors.length > 0}
          aria-describedby={described}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </div>
      {errors.length > 0 && (
        <ul id={`${id}-errors`} class="line-errors">
          {errors.map(({ line, message }) => (
            <li key={line} class="error">
              <button
                type="button"
                class="link-button"
                onClick={() => area.current && selectLine(area.current, line)}
              >
                {t("options.subjects.line", { line: number(line) })}
              </button>{" "}
              <InertText text={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
