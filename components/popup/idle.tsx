import { t } from "../../lib/i18n.ts";
import { SearchIcon } from "../parts/icons.tsx";

/** Shown before anyone was searched for, or seen. */
export function Idle({ hint }: { hint: string }) {
  return (
    <div class="idle">
      <span class="idle-icon">
        <SearchIcon />
      </span>
      <p class="idle-title">{t("popup.idle")}</p>
      <p>{hint}</p>
    </div>
  );
}
