import { t } from "../../lib/i18n.ts";
import { lazily } from "../parts/lazily.tsx";

/** The try-out card: loads everything that draws a user. */
export const TryCardLater = lazily(
  async () => (await import("./try-card.tsx")).TryCard,
  () => <p class="hint">{t("user.detailLost")}</p>,
);
