import { t } from "../../lib/i18n.ts";
import { ANCHORS, type Anchor } from "./anchor.ts";
import { useCurrentAnchor } from "./use-current-anchor.ts";

const NAMES: Record<Anchor, string> = {
  connection: t("options.rail.connection"),
  sites: t("options.sites.heading"),
  card: t("options.rail.card"),
  underlines: t("options.rail.underlines"),
  ids: t("options.rail.ids"),
  console: t("options.rail.console"),
  appearance: t("options.appearance.heading"),
  transfer: t("options.rail.transfer"),
  about: t("options.about.heading"),
};

/** The navigation of the options page, next to the sections if there is room. */
export function Rail() {
  const current = useCurrentAnchor(ANCHORS);
  return (
    <nav class="rail" aria-label={t("options.rail.name")}>
      <ul>
        {ANCHORS.map((anchor) => (
          <li key={anchor}>
            <a href={`#${anchor}`} {...(anchor === current && { "aria-current": "location" })}>
              {NAMES[anchor]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
