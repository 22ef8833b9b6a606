import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { useFirstFocus } from "./use-first-focus.ts";

const KINDS = {
  text: { type: "text" },
  secret: { type: "password" },
  number: { type: "text", inputMode: "numeric" },
  combobox: { type: "text", role: "combobox", "aria-expanded": false },
} as const;

export interface FieldProps {
  label: string;
  value: string;
  onType: (text: string) => void;
  /** What is wrong with the text; shown next to the field. */
  problem?: string | undefined;
  kind?: keyof typeof KINDS;
  placeholder?: string;
  /** The field has the focus from the start. */
  focused?: boolean;
  /** A button at the end of the field. */
  children?: ComponentChildren;
}

/** A labeled text field. */
export function Field(props: FieldProps) {
  const { label, value, onType, problem, kind = "text", placeholder, focused, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(input, focused === true);
  const problemId = `${id}-problem`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          ref={input}
          id={id}
          class="input"
          {...KINDS[kind]}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          {...(placeholder !== undefined && { placeholder })}
          value={value}
          aria-invalid={problem !== undefined}
          {...(problem !== undefined && { "aria-describedby": problemId })}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        {children}
      </div>
      {problem !== undefined && (
        <p id={problemId} class="error">
          {problem}
        </p>
      )}
    </div>
  );
}
