import { Notice } from "../parts/notice.tsx";
import { said } from "../parts/said.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** That a newer version of the extension has stored settings, which this one leaves alone; nothing when none has. */
export function NewerSettings({ store }: { store: PersonalSettingsStore }) {
  return store.stored.value?.besideNewer ? (
    <Notice kind="unsure" said={said("options.newer")} />
  ) : null;
}
