import { useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import { t } from "../../lib/i18n.ts";
import { queryKey } from "../../lib/query-key.ts";
import { Announcer } from "../parts/announcer.tsx";
import { LogoIcon } from "../parts/icons.tsx";
import { usePolicy } from "../policy/use-policy.ts";
import { useConsoleTemplate } from "../user/use-console-template.ts";
import { Inspected } from "./inspected.tsx";
import { useConnection } from "./use-connection.ts";
import { useFollowed } from "./use-followed.ts";
import { usePinned } from "./use-pinned.ts";

export interface SidePanelProps {
  background: BackgroundApi;
  onOpenOptions: () => void;
}

/** The side panel: the whole record of the person last looked up, in whichever page, or of the one it is pinned to. */
export function SidePanel({ background, onOpenOptions }: SidePanelProps) {
  const last = useFollowed(background.lastInspected, background.on, "inspected");
  const [pinned, setPinned] = usePinned(background);
  const followed = pinned ?? last ?? undefined;
  const whom = followed && queryKey(followed);
  const held = useConnection(background, whom);
  // The same object for the same person: who is only pinned is not looked up again.
  const query = useMemo(() => followed && { ...followed }, [whom, held?.identity]);
  const zone = held?.connection.state === "ready" ? held.connection.zone : undefined;
  const { policy } = usePolicy(background);
  // Whoever is shown next is to have the link that is set by then.
  const turn = useMemo(() => ({ policy, query }), [policy, query]);
  const consoleTemplate = useConsoleTemplate(background, turn);
  const known = pinned !== undefined && last !== undefined && held !== undefined;
  return (
    <main class="panel">
      {known && query ? (
        <Inspected
          query={query}
          zone={zone}
          background={background}
          pinned={pinned !== null}
          onPin={() => setPinned(pinned ? null : query)}
          onOpenOptions={onOpenOptions}
          consoleTemplate={consoleTemplate}
        />
      ) : (
        known && (
          <div class="setup">
            <LogoIcon />
            <h1>{t("panel.empty")}</h1>
            <p>{t("panel.emptyHint")}</p>
          </div>
        )
      )}
      <Announcer />
    </main>
  );
}
