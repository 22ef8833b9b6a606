import { Problem } from "../problem.tsx";
import { actionTexts, optionsTexts } from "../texts.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** That the settings are not there yet, or could not be read; nothing once they are there. */
export function SettingsUnread({ store }: { store: PersonalSettingsStore }) {
  if (store.stored.value) return null;
  if (!store.unread.value) return <p class="hint">{optionsTexts.loading}</p>;
  return (
    <>
      <Problem said={optionsTexts.lost} />
      <button type="button" class="button" onClick={() => void store.load()}>
        {actionTexts.again}
      </button>
    </>
  );
}
