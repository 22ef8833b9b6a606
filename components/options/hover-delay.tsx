import { useState } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import { HOVER_SHOW_MAX_MS, HOVER_SHOW_MIN_MS, HOVER_SHOW_MS } from "../../lib/limits.ts";
import { Field } from "../parts/field.tsx";

export interface HoverDelayProps {
  /** In ms. */
  stored: number;
  onChange: (ms: number) => void;
}

/** How long the pointer rests before the card opens; saved when the user has finished typing. */
export function HoverDelay({ stored, onChange }: HoverDelayProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? String(stored);
  const isRight = delayOf(text) !== undefined;

  function done() {
    const ms = delayOf(text);
    if (ms === undefined) return;
    setTyped(undefined);
    if (ms !== stored) onChange(ms);
  }

  return (
    <form
      class="field-narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onChange={done}
    >
      <Field
        label={t("options.pointing.delay")}
        kind="number"
        value={text}
        onType={setTyped}
        problem={isRight ? undefined : t("options.pointing.delayWrong", BOUNDS)}
      />
      <p class="hint">{t("options.pointing.delayHint", { usual: number(HOVER_SHOW_MS) })}</p>
    </form>
  );
}

const BOUNDS = { least: number(HOVER_SHOW_MIN_MS), most: number(HOVER_SHOW_MAX_MS) };

/** @returns undefined unless the text is a whole number within the bounds */
function delayOf(text: string): number | undefined {
  const ms = Number(text);
  const isWithin = ms >= HOVER_SHOW_MIN_MS && ms <= HOVER_SHOW_MAX_MS;
  return text.trim() !== "" && Number.isInteger(ms) && isWithin ? ms : undefined;
}
