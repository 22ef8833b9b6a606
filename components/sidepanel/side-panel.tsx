import { useEffect, useMemo, useState } from "preact/hooks";
import type { Query, ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { Announcer } from "../announcer.tsx";
import { LogoIcon } from "../icons.tsx";
import { settled } from "../settled.ts";
import { useConsoleTemplate } from "../use-console-template.ts";
import { usePolicy } from "../use-policy.ts";
import { Inspected } from "./inspected.tsx";

export interface SidePanelProps {
  background: BackgroundApi;
  /** Calls back when somebody else was looked up; returns what ends that. */
  onInspected: (callback: () => void) => () => void;
  onOpenOptions: () => void;
}

/** The side panel: the whole record of the person last looked up, in whichever page. */
export function SidePanel(props: SidePanelProps) {
  const { background, onInspected, onOpenOptions } = props;
  const [last, setLast] = useState<Query>();
  const [pinned, setPinned] = useState<Query>();
  const query = pinned ?? last;
  const [zone, setZone] = useState<ZoneRef>();
  const { policy } = usePolicy(background);
  // Whoever is shown next is to have the link that is set by then.
  const turn = useMemo(() => ({ policy, query }), [policy, query]);
  const consoleTemplate = useConsoleTemplate(background, turn);
  useEffect(() => {
    let latest = 0;
    const follow = async () => {
      const mine = ++latest;
      const [inspected, connection] = await Promise.all([
        background.lastInspected().catch(() => undefined),
        settled(background.connection()),
      ]);
      if (mine !== latest) return;
      setLast(inspected);
      setZone(connection.state === "ready" ? connection.zone : undefined);
    };
    const stop = onInspected(() => void follow());
    void follow();
    return () => {
      latest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [background, onInspected]);
  return (
    <main class="panel">
      {query ? (
        <Inspected
          query={query}
          zone={zone}
          background={background}
          pinned={pinned !== undefined}
          onPin={() => setPinned(pinned ? undefined : query)}
          onOpenOptions={onOpenOptions}
          consoleTemplate={consoleTemplate}
        />
      ) : (
        <div class="setup">
          <LogoIcon />
          <h1>{t("panel.empty")}</h1>
          <p>{t("panel.emptyHint")}</p>
        </div>
      )}
      <Announcer />
    </main>
  );
}
