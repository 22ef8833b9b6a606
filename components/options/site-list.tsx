import { t } from "../../lib/i18n.ts";
import type { Site } from "../../lib/sites/sites.ts";
import { siteName } from "../sites/site-actions.ts";
import { type SitePolicy, setFor } from "../sites/site-policy.ts";
import { openFirst } from "./open-first.ts";

export interface SiteListProps {
  sites: Site[];
  /** The sites open in tabs, as far as the browser reports them; they come first. */
  open: readonly string[];
  policy: SitePolicy;
  onRemove: (pattern: string) => void;
}

/** The sites that are on. */
export function SiteList({ sites, open, policy, onRemove }: SiteListProps) {
  if (sites.length === 0) return <p class="hint">{t("options.sites.none")}</p>;
  return (
    <ul class="sites">
      {openFirst(sites, open, ({ pattern }) => [pattern]).map(
        ({ of: { pattern, fixed }, isOpen }) => (
          <li key={pattern} class="site-item">
            <span class="site-pattern">
              {siteName(pattern)}
              {isOpen && <span class="hint"> {t("options.sites.isOpen")}</span>}
            </span>
            {fixed || setFor(pattern, policy) !== undefined ? (
              <span class="hint">{noteOf(pattern, fixed, policy)}</span>
            ) : (
              <button
                type="button"
                class="button"
                aria-label={t("options.sites.remove", { site: siteName(pattern) })}
                onClick={() => onRemove(pattern)}
              >
                {t("options.sites.removeShort")}
              </button>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

function noteOf(pattern: string, fixed: boolean, policy: SitePolicy): string {
  if (setFor(pattern, policy) === "off") return t("site.policyOff");
  return fixed ? t("options.sites.fixed") : t("policy.set");
}
