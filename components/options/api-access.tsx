import { useEffect, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { announce } from "../parts/announcer.tsx";
import { Notice } from "../parts/notice.tsx";
import { said } from "../parts/said.ts";
import type { SiteActions } from "../sites/site-actions.ts";

export interface ApiAccessProps {
  sites: Pick<SiteActions, "mayReachApi" | "requestApi" | "onSitesChanged">;
  /** Called when the API can be reached again. */
  onGranted: () => void;
}

/**
 * Says that the browser doesn't let the extension reach Keycard, with a button that requests it; nothing if it does.
 */
export function ApiAccess({ sites, onGranted }: ApiAccessProps) {
  const [granted, setGranted] = useState(true);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = () => void sites.mayReachApi().then(setGranted);
    look();
    return sites.onSitesChanged(look);
  }, [sites]);
  if (granted) return null;

  function done(allowed: boolean) {
    setGranted(allowed);
    setRefused(!allowed);
    announce(allowed ? t("options.access.granted") : t("options.access.refused"));
    if (allowed) onGranted();
  }

  return (
    <Notice kind="failed" said={said("options.access")}>
      {/* Directly from the click: otherwise the browser doesn't ask. */}
      <button
        type="button"
        class="button primary"
        onClick={() => void sites.requestApi().then(done, () => done(false))}
      >
        {t("options.access.allow")}
      </button>
      {refused && <p>{t("options.access.refused")}</p>}
    </Notice>
  );
}
