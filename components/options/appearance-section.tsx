import { language, t } from "../../lib/i18n.ts";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { BrowserAddress } from "./browser-address.tsx";
import { browserAddresses } from "./browser-addresses.ts";
import { Choice } from "./choice.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { useSaving } from "./use-saving.ts";

const CHOICES = [
  ["system", t("options.appearance.system"), t("options.appearance.systemHint")],
  ["light", t("options.appearance.light"), t("options.appearance.lightHint")],
  ["dark", t("options.appearance.dark"), t("options.appearance.darkHint")],
] as const;

/** Light or dark, saved as soon as it is chosen; and where the language comes from. */
export function AppearanceSection({ store }: { store: PersonalSettingsStore }) {
  const { save, lost } = useSaving(store);
  const theme = store.stored.value?.theme;
  return (
    <Section heading={t("options.appearance.heading")} intro={t("options.appearance.intro")}>
      <SettingsUnread store={store} />
      {theme && (
        <Choice
          legend={t("options.appearance.theme")}
          choices={CHOICES}
          chosen={theme}
          onChoose={(chosen) => void save({ theme: chosen })}
          narrow
        />
      )}
      {lost && <Problem said={said("options.notSaved")} />}
      <div>
        <p class="label">{t("options.appearance.language")}</p>
        <p class="hint">{t("options.appearance.languageIs", { language: nameOf(language) })}</p>
        <BrowserAddress
          caption={t("options.appearance.languageAt")}
          address={browserAddresses(navigator.userAgent).languages}
        />
      </div>
    </Section>
  );
}

/** A language's name in that language. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
