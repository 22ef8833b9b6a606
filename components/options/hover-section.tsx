import { useId, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { MODIFIERS, type Modifier } from "../../lib/settings/modifier.ts";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { Choice } from "./choice.tsx";
import { HoverDelay } from "./hover-delay.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { useSaving } from "./use-saving.ts";

const CHOICES = [
  ["rest", t("options.pointing.rest"), t("options.pointing.restHint")],
  ["held", t("options.pointing.held"), t("options.pointing.heldHint")],
] as const;

/** Suggested first: Alt alone opens menus on Windows, and Shift is for capitals. Editors peek with Control, too. */
const FIRST: Modifier = "Control";

/** Whether hovering alone opens the card, and how soon. Saved as soon as it is chosen. */
export function HoverSection({ store }: { store: PersonalSettingsStore }) {
  const id = useId();
  const [chosen, setChosen] = useState<{ modifier: Modifier | null }>();
  const { save, lost } = useSaving(store);
  const stored = store.stored.value;
  const shown = chosen ?? stored;

  async function choose(modifier: Modifier | null) {
    const wish = { modifier };
    setChosen(wish);
    await save(wish);
    // Shows the stored value again, unless something else has been chosen meanwhile.
    setChosen((now) => (now === wish ? undefined : now));
  }

  return (
    <Section heading={t("options.pointing.heading")} intro={t("options.pointing.intro")}>
      <SettingsUnread store={store} />
      {shown && (
        <Choice
          legend={t("options.pointing.legend")}
          choices={CHOICES}
          chosen={shown.modifier === null ? "rest" : "held"}
          onChoose={(choice) => void choose(choice === "rest" ? null : FIRST)}
        />
      )}
      {stored && shown?.modifier === null && (
        <HoverDelay stored={stored.hoverMs} onChange={(hoverMs) => void save({ hoverMs })} />
      )}
      {shown && shown.modifier !== null && (
        <div class="field">
          <label for={id}>{t("options.pointing.key")}</label>
          <select
            id={id}
            class="select"
            value={shown.modifier}
            onChange={(event) => void choose(event.currentTarget.value as Modifier)}
          >
            {MODIFIERS.map((modifier) => (
              <option key={modifier} value={modifier}>
                {t(`modifier.${modifier}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      {lost && <Problem said={said("options.notSaved")} />}
    </Section>
  );
}
