import { useId, useState } from "preact/hooks";
import type { Modifier } from "../../lib/messages/page-messages.ts";
import { announce } from "../announcer.tsx";
import { Problem } from "../problem.tsx";
import { modifierNames, optionsTexts } from "../texts.ts";
import { Choice } from "./choice.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";

const texts = optionsTexts.pointing;

const CHOICES = [
  ["rest", texts.rest, texts.restHint],
  ["held", texts.held, texts.heldHint],
] as const;

const MODIFIERS = Object.keys(modifierNames) as Modifier[];

/** Suggested first: held alone, Alt opens menus on Windows, and Shift is for capitals. Editors peek with it, too. */
const FIRST: Modifier = "Control";

const PROBLEMS = { wrong: texts.wrongPattern, lost: optionsTexts.notSaved };

/** Whether pointing alone opens the card. Saved as soon as it is chosen. */
export function PointingSection({ store }: { store: PersonalSettingsStore }) {
  const id = useId();
  const [wanted, setWanted] = useState<{ modifier: Modifier | null }>();
  const [problem, setProblem] = useState<keyof typeof PROBLEMS>();
  const shown = wanted ?? store.stored.value;

  async function choose(modifier: Modifier | null) {
    const wish = { modifier };
    setWanted(wish);
    const reply = await store.save(wish);
    // What is stored stands there again, unless something else has been chosen meanwhile.
    setWanted((now) => (now === wish ? undefined : now));
    setProblem(reply.state === "saved" ? undefined : reply.state);
    if (reply.state === "saved") announce(texts.saved);
  }

  return (
    <Section heading={texts.heading} intro={texts.intro}>
      <SettingsUnread store={store} />
      {shown && (
        <Choice
          legend={texts.legend}
          choices={CHOICES}
          chosen={shown.modifier === null ? "rest" : "held"}
          onChoose={(chosen) => void choose(chosen === "rest" ? null : FIRST)}
        />
      )}
      {shown && shown.modifier !== null && (
        <div class="field">
          <label for={id}>{texts.key}</label>
          <select
            id={id}
            class="select"
            value={shown.modifier}
            onChange={(event) => void choose(event.currentTarget.value as Modifier)}
          >
            {MODIFIERS.map((modifier) => (
              <option key={modifier} value={modifier}>
                {modifierNames[modifier]}
              </option>
            ))}
          </select>
        </div>
      )}
      {problem && <Problem said={PROBLEMS[problem]} />}
    </Section>
  );
}
