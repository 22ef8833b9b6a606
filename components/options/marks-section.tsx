import { t } from "../../lib/i18n.ts";
import { covers } from "../../lib/sites/match.ts";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { hostName, type SiteActions } from "../sites/site-actions.ts";
import { type SitePolicy, setFor } from "../sites/site-policy.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { useSaving } from "./use-saving.ts";
import { useSites } from "./use-sites.ts";

export interface MarksSectionProps {
  store: PersonalSettingsStore;
  sites: Pick<SiteActions, "listSites" | "onSitesChanged">;
  policy: SitePolicy;
}

/** On which sites mentions are underlined: a switch for each site that is on. */
export function MarksSection({ store, sites, policy }: MarksSectionProps) {
  const on = useSites(sites);
  const { save, lost } = useSaving(store);
  const marks = store.stored.value?.marks;
  const rows =
    on &&
    marks &&
    markRows(
      on.map(({ pattern }) => pattern),
      marks,
      policy,
    );
  return (
    <Section heading={t("marks.title")} intro={t("options.marks.intro")}>
      <SettingsUnread store={store} />
      {rows?.length === 0 && <p class="hint">{t("options.marks.none")}</p>}
      {marks && rows && rows.length > 0 && (
        <ul class="tool-list is-wide">
          {rows.map((pattern) => {
            const isMarked = marks.includes(pattern);
            const others = marks.filter((one) => one !== pattern);
            return (
              <li key={pattern}>
                <button
                  type="button"
                  role="switch"
                  class="tool"
                  aria-checked={isMarked}
                  aria-label={t("marks.switchName", { host: hostName(pattern) })}
                  onClick={() => void save({ marks: isMarked ? others : [...others, pattern] })}
                >
                  {hostName(pattern)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {lost && <Problem said={said("options.notSaved")} />}
    </Section>
  );
}

/**
 * The sites that are on, and single sites of a wider pattern on which the popup has turned on marks. If the wider
 * pattern has marks, its sites have them anyway and need no switch of their own.
 */
function markRows(on: readonly string[], marks: readonly string[], policy: SitePolicy): string[] {
  const all = [...new Set([...on, ...marks])].filter(
    (pattern) => setFor(pattern, policy) !== "off",
  );
  return all.filter(
    (pattern) => !marks.some((wider) => wider !== pattern && covers(wider, pattern)),
  );
}
