import { useId, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { duration } from "../parts/time.ts";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";

const MINUTES = [1, 5, 15, 30, 60, 240];

/** How long a key with a passphrase can be unused before it is locked. Saved as soon as it is chosen. */
export function LockAfter({ store, locked }: { store: PersonalSettingsStore; locked: boolean }) {
  const id = useId();
  const [lost, setLost] = useState(false);
  const stored = store.stored.value?.lockAfterMin;
  if (stored === undefined) return null;

  async function choose(lockAfterMin: number) {
    const reply = await store.save({ lockAfterMin });
    setLost(reply.state !== "saved");
    if (reply.state === "saved")
      announce(t("keeping.locksAfter", { time: duration(lockAfterMin) }));
  }

  return (
    <div class="field">
      <label for={id}>{t("keeping.lockAfter")}</label>
      <select
        id={id}
        class="select"
        value={String(stored)}
        disabled={locked}
        {...(locked && { "aria-describedby": `${id}-set` })}
        onChange={(event) => void choose(Number(event.currentTarget.value))}
      >
        {[...new Set([...MINUTES, stored])]
          .sort((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {t("keeping.unused", { time: duration(minutes) })}
            </option>
          ))}
      </select>
      {locked && <SetByOrganization id={`${id}-set`} />}
      {lost && <Problem said={said("options.notSaved")} />}
    </div>
  );
}
