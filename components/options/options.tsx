import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import { Announcer, announce } from "../parts/announcer.tsx";
import { LogoIcon } from "../parts/icons.tsx";
import { usePolicy } from "../policy/use-policy.ts";
import type { About } from "./about-section.tsx";
import { AllOptions } from "./all-options.tsx";
import { ApiAccess } from "./api-access.tsx";
import { FirstRunView } from "./first-run-view.tsx";
import { NewerSettings } from "./newer-settings.tsx";
import { createPersonalSettingsStore } from "./personal-settings-store.ts";
import { PolicyWarnings } from "./policy-warnings.tsx";
import type { SitesSectionProps } from "./sites-section.tsx";
import { useZoneFacts } from "./use-zone-facts.ts";

export interface OptionsProps extends Omit<SitesSectionProps, "policy"> {
  background: BackgroundApi;
  about: About;
}

/** The options page: a step at a time until all is set up once, then everything. */
export function Options({ background, sites, shortcut, about }: OptionsProps) {
  const store = useMemo(() => createConnectionStore(background), [background]);
  const settings = useMemo(() => createPersonalSettingsStore(background), [background]);
  const load = useCallback(() => {
    void store.load();
    void settings.load();
  }, [store, settings]);
  useEffect(load, [load]);
  useEffect(() => store.follow(), [store]);
  const { policy, warnings } = usePolicy(background, load);
  const [ended, setEnded] = useState<"done" | "skipped">();
  const firstRun = settings.stored.value?.firstRun;

  async function end(how: "done" | "skipped") {
    // Not saved, it begins again the next time; that is no reason to keep anybody in it now.
    await settings.save({ firstRun: { done: true, skipped: firstRun?.skipped ?? [] } });
    setEnded(how);
    announce(how === "done" ? t("firstRun.ended") : t("firstRun.skippedAll"));
  }

  const facts = useZoneFacts(background.zoneFacts, store.connection.value);

  const parts = { store, settings, sites, shortcut, policy, facts };
  return (
    <main class="options">
      <header class="options-header">
        <LogoIcon />
        <h1>{t("extension.name")}</h1>
        <p>{t("options.subtitle")}</p>
      </header>
      <NewerSettings store={settings} />
      <ApiAccess sites={sites} onGranted={load} />
      <PolicyWarnings warnings={warnings} />
      {/* Whether it is over is known only once the settings are read. */}
      {!firstRun && !settings.unread.value ? (
        <p class="hint">{t("options.loading")}</p>
      ) : firstRun?.done === false && ended === undefined ? (
        <FirstRunView {...parts} firstRun={firstRun} onEnd={(how) => void end(how)} />
      ) : (
        <AllOptions {...parts} background={background} about={about} ended={ended} />
      )}
      <Announcer />
    </main>
  );
}
