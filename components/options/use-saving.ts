import { useState } from "preact/hooks";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

export interface Saving {
  /** Saves, and reports the outcome. @returns whether it was saved */
  save(change: Partial<PersonalSettings>): Promise<boolean>;
  /** The last save failed. */
  lost: boolean;
}

/** For settings that are saved as soon as they are chosen. */
export function useSaving(store: PersonalSettingsStore): Saving {
  const [lost, setLost] = useState(false);
  return {
    lost,
    async save(change) {
      const { state } = await store.save(change);
      setLost(state !== "saved");
      if (state === "saved") announce(t("options.saved"));
      return state === "saved";
    },
  };
}
