import { useEffect, useRef, useState } from "preact/hooks";
import { list, number, t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { PatternField } from "./pattern-field.tsx";
import { errorsAtLines, oversized, patternLines } from "./pattern-lines.ts";
import type { PersonalSettingsStore, SaveReply } from "./personal-settings-store.ts";
import { ProviderSwitches } from "./provider-switches.tsx";
import { TryPatterns } from "./try-patterns.tsx";

type Attempt =
  | { state: "none" }
  /** More patterns than can be stored, or longer ones; the text itself shows which. */
  | { state: "oversized" }
  | { state: "saving" }
  | SaveReply;

export interface SubjectsFormProps {
  /** The stored patterns; if something else changes them, they replace the text. */
  subjects: readonly string[];
  save: PersonalSettingsStore["save"];
}

/** The patterns as typed. The text stays, whether saving succeeds or fails. */
export function SubjectsForm({ subjects, save }: SubjectsFormProps) {
  const [text, setText] = useState(() => subjects.join("\n"));
  const [attempt, setAttempt] = useState<Attempt>({ state: "none" });
  const lines = patternLines(text);
  const stored = subjects.join("\n");
  const before = useRef(stored);
  useEffect(() => {
    if (stored === before.current) return;
    before.current = stored;
    // Unless they were just saved from here: then the text stays as typed.
    const written = lines.map(({ template }) => template).join("\n");
    if (written !== stored) setText(stored);
  }, [stored, lines]);
  const errors =
    attempt.state === "oversized"
      ? oversized(lines)
      : attempt.state === "wrong"
        ? errorsAtLines(attempt.errors, lines)
        : [];

  async function saveText(text: string) {
    if (attempt.state === "saving") return;
    const lines = patternLines(text);
    const tooMuch = oversized(lines);
    if (tooMuch.length > 0) {
      setAttempt({ state: "oversized" });
      return announce(
        t("options.subjects.wrongLines", {
          lines: list(tooMuch.map(({ line }) => line).map(number)),
        }),
      );
    }
    setAttempt({ state: "saving" });
    const reply = await save({ subjects: lines.map(({ template }) => template) });
    setAttempt(reply);
    if (reply.state === "saved") announce(t("options.subjects.saved"));
    if (reply.state === "wrong")
      announce(
        t("options.subjects.wrongLines", {
          lines: list(
            errorsAtLines(reply.errors, lines)
              .map(({ line }) => line)
              .map(number),
          ),
        }),
      );
  }

  /** Saved at once, because it is one click. Other typed text is saved with it. */
  function toggle(template: string) {
    const next = withOrWithout(text, template);
    setText(next);
    void saveText(next);
  }

  const templates = lines.map(({ template }) => template);
  return (
    <>
      <ProviderSwitches templates={templates} onToggle={toggle} />
      <form
        class="form"
        aria-busy={attempt.state === "saving"}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void saveText(text);
        }}
      >
        <PatternField
          text={text}
          errors={errors}
          onType={(typed) => {
            setText(typed);
            if (attempt.state === "saved") setAttempt({ state: "none" });
          }}
        />
        {attempt.state === "lost" && <Problem said={said("options.notSaved")} />}
        <div class="form-end">
          <button type="submit" class="button" aria-disabled={attempt.state === "saving"}>
            {t("options.subjects.save")}
          </button>
          <p class="hint">{noteOf(attempt, errors.length)}</p>
        </div>
      </form>
      <TryPatterns templates={templates} />
    </>
  );
}

/** The text with a pattern added at its end, or with the pattern removed if it had it. */
function withOrWithout(text: string, template: string): string {
  const others = text.split("\n").filter((line) => line.trim() !== template);
  const held = others.join("\n");
  return held === text ? [text.trimEnd(), template].filter((part) => part !== "").join("\n") : held;
}

function noteOf(attempt: Attempt, wrong: number): string {
  if (attempt.state === "saving") return t("options.subjects.saving");
  if (attempt.state === "saved") return t("options.subjects.saved");
  return wrong > 0 ? t("options.subjects.nothingSaved") : "";
}
