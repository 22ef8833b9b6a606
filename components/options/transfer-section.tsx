import { useId, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { SETTINGS_FILE_MAX_BYTES } from "../../lib/limits.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { FileSettings } from "../../lib/settings/settings-file.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { announce } from "../parts/announcer.tsx";
import { Problem } from "../parts/problem.tsx";
import { type Said, said } from "../parts/said.ts";
import type { SiteActions } from "../sites/site-actions.ts";
import { heldSettings } from "./held-settings.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { saveFile } from "./save-file.ts";
import { Section } from "./section.tsx";
import type { Taken } from "./take-settings.ts";
import { useSites } from "./use-sites.ts";

export interface TransferSectionProps {
  store: ConnectionStore;
  settings: PersonalSettingsStore;
  sites: SiteActions;
  policy: Policy;
}

type Rest = typeof import("./transfer-rest.ts");

/** @returns undefined if the extension was updated or removed while the page was open */
const loadRest = (): Promise<Rest | undefined> =>
  import("./transfer-rest.ts").catch(() => undefined);

type View =
  | { state: "idle" }
  | { state: "wrong"; problem: Said }
  /** A file's changes are waiting for confirmation. */
  | { state: "read"; given: FileSettings; rest: Rest }
  | { state: "taking" }
  | Taken
  | { state: "undone" };

/** Exports all settings to a file, and imports them. */
export function TransferSection({ store, settings, sites, policy }: TransferSectionProps) {
  const id = useId();
  const [view, setView] = useState<View>({ state: "idle" });
  const on = useSites(sites);
  const connection = store.connection.value;
  const stored = settings.stored.value;
  if (!stored || !on) return null;
  const held = heldSettings(stored, connection, on);

  async function read(input: HTMLInputElement) {
    const [file] = input.files ?? [];
    if (!file) return;
    const rest = await loadRest();
    const reading =
      file.size > SETTINGS_FILE_MAX_BYTES
        ? ({ ok: false, problem: { why: "too-big" } } as const)
        : await file.text().then(
            (text) => rest?.readSettingsFile(text),
            () => undefined,
          );
    // The same file can be chosen again once it is fixed.
    input.value = "";
    if (rest && reading?.ok) return setView({ state: "read", given: reading.settings, rest });
    const problem =
      rest && reading && !reading.ok
        ? rest.fileProblemText(reading.problem)
        : said("options.transfer.unread");
    setView({ state: "wrong", problem });
  }

  async function save() {
    const rest = await loadRest();
    if (rest) saveFile("keycard-lookup-settings.json", rest.writeSettingsFile(held));
    else setView({ state: "unchanged", problem: said("options.notSaved") });
  }

  /** Called directly from the click: otherwise the browser doesn't ask about sites. */
  function take(given: FileSettings, { takeSettings }: Rest) {
    setView({ state: "taking" });
    void takeSettings({ given, held, store, settings, sites }).then((taken) => {
      setView(taken);
      if (taken.state === "taken") announce(t("options.transfer.taken"));
    });
  }

  async function undo(undoing: () => Promise<boolean>) {
    const isUndone = await undoing();
    setView(
      isUndone ? { state: "undone" } : { state: "unchanged", problem: said("options.notSaved") },
    );
    if (isUndone) announce(t("options.transfer.undone"));
  }

  return (
    <Section heading={t("options.transfer.heading")} intro={t("options.transfer.intro")}>
      <div>
        <button type="button" class="button" onClick={() => void save()}>
          {t("options.transfer.export")}
        </button>
      </div>
      <div class="field">
        <label for={id}>{t("options.transfer.file")}</label>
        <p id={`${id}-hint`} class="hint">
          {t("options.transfer.fileHint")}
        </p>
        <input
          id={id}
          class="file"
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-hint`}
          onChange={(event) => void read(event.currentTarget)}
        />
      </div>
      {(view.state === "wrong" || view.state === "unchanged") && <Problem said={view.problem} />}
      {view.state === "read" && (
        <view.rest.ImportPreview
          held={held}
          given={view.given}
          policy={policy}
          connected={connection !== undefined && "keyKind" in connection}
          onTake={(given) => take(given, view.rest)}
          onCancel={() => setView({ state: "idle" })}
        />
      )}
      {view.state === "taking" && <p class="hint">{t("options.transfer.taking")}</p>}
      {view.state === "taken" && (
        <div class="taken">
          <p>
            {view.refused.length === 0
              ? t("options.transfer.taken")
              : t("options.transfer.takenWithout")}
          </p>
          <button type="button" class="button" onClick={() => void undo(view.undo)}>
            {t("options.transfer.undo")}
          </button>
        </div>
      )}
      {view.state === "undone" && <p class="hint">{t("options.transfer.undone")}</p>}
    </Section>
  );
}
