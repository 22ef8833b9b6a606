import { t } from "../../lib/i18n.ts";
import { lazily } from "../parts/lazily.tsx";

/** The card to try: all that draws a user comes with it. */
export const TryCardLater = lazily(
  async () => (await import("./try-card.tsx")).TryCard,
  () => <p class="hint">{t("user.detailLost")}</p>,
);
