import { useEffect, useState } from "preact/hooks";
import type { Site } from "../../lib/sites/sites.ts";
import type { SiteActions } from "../sites/site-actions.ts";

/** The sites that are on, updated as they change; undefined until the browser has replied. */
export function useSites({
  listSites,
  onSitesChanged,
}: Pick<SiteActions, "listSites" | "onSitesChanged">): Site[] | undefined {
  const [on, setOn] = useState<Site[]>();
  useEffect(() => {
    const list = () => listSites().then(setOn);
    void list();
    return onSitesChanged(() => void list());
  }, [listSites, onSitesChanged]);
  return on;
}
