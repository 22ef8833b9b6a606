import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import type { FirstRun } from "../../lib/settings/fields.ts";
import { createConnectionStore } from "../connection/connection-store.ts";
import { Announcer, announce } from "../parts/announcer.tsx";
import { LogoIcon } from "../parts/icons.tsx";
import { usePolicy } from "../policy/use-policy.ts";
import type { About } from "./about-section.tsx";
import { AllOptions } from "./all-options.tsx";
import { ApiAccess } from "./api-access.tsx";
import { FirstRunBegin } from "./first-run-begin.tsx";
import { FirstRunFinish } from "./first-run-finish.tsx";
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

/**
 * What the page shows: what the stored state calls for; the end of the first run; all options, after leaving the first
 * run.
 */
type Stage = "stored" | "finish" | "left";

/** The options page: one step at a time until the first setup is complete, then everything. */
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
  const [stage, setStage] = useState<Stage>("stored");
  const [agreedHere, setAgreedHere] = useState(false);
  const stored = settings.stored.value?.firstRun;
  // The next save must not undo the agreement, which can still be in transit.
  const firstRun: FirstRun | undefined =
    stored && agreedHere ? { ...stored, agreed: true } : stored;
  const connection = store.connection.value;
  // A stored key means that the user agreed before.
  const isAgreed =
    agreedHere ||
    stored?.agreed === true ||
    (connection !== undefined && connection.state !== "no-key");

  function agree() {
    // If this isn't saved, the user is asked again next time.
    if (firstRun) void settings.save({ firstRun: { ...firstRun, agreed: true } });
    setAgreedHere(true);
  }

  async function end(how: "done" | "skipped") {
    // If this isn't saved, the first run starts again next time; that is no reason to keep anyone in it now.
    if (firstRun) await settings.save({ firstRun: { ...firstRun, done: true } });
    setStage(how === "done" ? "finish" : "left");
    if (how === "skipped") announce(t("firstRun.skippedAll"));
  }

  const facts = useZoneFacts(background.zoneFacts, connection);

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
      {/* Only known once the settings have been read. */}
      {!firstRun && !settings.unread.value ? (
        <p class="hint">{t("options.loading")}</p>
      ) : firstRun?.done === false && stage === "stored" ? (
        isAgreed ? (
          <FirstRunView
            {...parts}
            firstRun={firstRun}
            begun={agreedHere}
            onEnd={(how) => void end(how)}
          />
        ) : (
          <FirstRunBegin
            apiOrigin={about.apiOrigin}
            onAgree={agree}
            onNotNow={() => void end("skipped")}
          />
        )
      ) : stage === "finish" && settings.stored.value ? (
        <FirstRunFinish
          {...parts}
          background={background}
          settings={settings.stored.value}
          onLeave={() => setStage("left")}
        />
      ) : (
        <AllOptions
          {...parts}
          background={background}
          about={about}
          onAgree={isAgreed ? undefined : agree}
          arrived={stage === "left"}
        />
      )}
      <Announcer />
    </main>
  );
}
