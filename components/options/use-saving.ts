import { useState } from "preact/hooks";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

export interface Saving {
  /** Saves, and has it said. @returns whether it is saved */
  save(change: Partial<PersonalSettings>): Promise<boolean>;
  /** The last time it was not. */
  lost: boolean;
}

/** For what is saved as soon as it is chosen. */
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
