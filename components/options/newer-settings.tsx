import { Notice } from "../parts/notice.tsx";
import { said } from "../parts/said.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

/** Says that a newer version of the extension has stored settings, which this one doesn't change; nothing otherwise. */
export function NewerSettings({ store }: { store: PersonalSettingsStore }) {
  return store.stored.value?.besideNewer ? (
    <Notice kind="unsure" said={said("options.newer")} />
  ) : null;
}
