import { t } from "../../lib/i18n.ts";

/** What stands on the card's page when it is opened by itself. */
export function StrayCard() {
  return (
    <main class="card" data-state="failed">
      <p class="card-sentence">{t("card.stray")}</p>
    </main>
  );
}
