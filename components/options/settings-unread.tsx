import { t } from "../../lib/i18n.ts";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** Says that the settings aren't loaded yet, or couldn't be read; nothing once they are. */
export function SettingsUnread({ store }: { store: PersonalSettingsStore }) {
  if (store.stored.value) return null;
  if (!store.unread.value) return <p class="hint">{t("options.loading")}</p>;
  return (
    <>
      <Problem said={said("options.lost")} />
      <button type="button" class="button" onClick={() => void store.load()}>
        {t("action.again")}
      </button>
    </>
  );
}
