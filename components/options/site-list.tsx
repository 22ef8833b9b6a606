import type { Site } from "../../lib/sites/sites.ts";
import { siteName } from "../site-actions.ts";
import { optionsTexts } from "../texts.ts";

const texts = optionsTexts.sites;

export interface SiteListProps {
  sites: Site[];
  onRemove: (pattern: string) => void;
}

/** The sites that are on. */
export function SiteList({ sites, onRemove }: SiteListProps) {
  if (sites.length === 0) return <p class="hint">{texts.none}</p>;
  return (
    <ul class="sites">
      {sites.map(({ pattern, fixed }) => (
        <li key={pattern} class="site-item">
          <span class="site-pattern">{siteName(pattern)}</span>
          {fixed ? (
            <span class="hint">{texts.fixed}</span>
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
