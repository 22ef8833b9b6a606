import { useState } from "preact/hooks";
import { language, t } from "../../lib/i18n.ts";
import type { Theme } from "../../lib/settings/theme.ts";
import { announce } from "../announcer.tsx";
import { Problem } from "../problem.tsx";
import { said } from "../said.ts";
import { Choice } from "./choice.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";

const CHOICES = [
  ["system", t("options.appearance.system"), t("options.appearance.systemHint")],
  ["light", t("options.appearance.light"), t("options.appearance.lightHint")],
  ["dark", t("options.appearance.dark"), t("options.appearance.darkHint")],
] as const;

/** Light or dark, saved as soon as it is chosen; and where the language comes from. */
export function AppearanceSection({ store }: { store: PersonalSettingsStore }) {
  const [lost, setLost] = useState(false);
  const theme = store.stored.value?.theme;

  async function choose(chosen: Theme) {
    const reply = await store.save({ theme: chosen });
    setLost(reply.state !== "saved");
    if (reply.state === "saved") announce(t("options.saved"));
  }

  return (
    <Section heading={t("options.appearance.heading")} intro={t("options.appearance.intro")}>
      <SettingsUnread store={store} />
      {theme && (
        <Choice
          legend={t("options.appearance.theme")}
          choices={CHOICES}
          chosen={theme}
          onChoose={(chosen) => void choose(chosen)}
          narrow
        />
      )}
      {lost && <Problem said={said("options.notSaved")} />}
      <div>
        <p class="label">{t("options.appearance.language")}</p>
        <p class="hint">{t("options.appearance.languageHint", { language: nameOf(language) })}</p>
      </div>
    </Section>
  );
}

/** A language by its own name. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
