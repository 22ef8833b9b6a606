import type { Site } from "../../lib/sites/sites.ts";
import { siteName } from "../site-actions.ts";
import { type SitePolicy, setFor } from "../site-policy.ts";
import { optionsTexts, policyTexts, siteTexts } from "../texts.ts";

const texts = optionsTexts.sites;

export interface SiteListProps {
  sites: Site[];
  policy: SitePolicy;
  onRemove: (pattern: string) => void;
}

/** The sites that are on. */
export function SiteList({ sites, policy, onRemove }: SiteListProps) {
  if (sites.length === 0) return <p class="hint">{texts.none}</p>;
  return (
    <ul class="sites">
      {sites.map(({ pattern, fixed }) => (
        <li key={pattern} class="site-item">
          <span class="site-pattern">{siteName(pattern)}</span>
          {fixed || setFor(pattern, policy) !== undefined ? (
            <span class="hint">{noteOf(pattern, fixed, policy)}</span>
          ) : (
            <button
              type="button"
              class="button"
              aria-label={texts.remove(siteName(pattern))}
              onClick={() => onRemove(pattern)}
            >
              {texts.removeShort}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function noteOf(pattern: string, fixed: boolean, policy: SitePolicy): string {
  if (setFor(pattern, policy) === "off") return siteTexts.policyOff;
  return fixed ? texts.fixed : policyTexts.set;
}
