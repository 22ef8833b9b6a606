import { t } from "../../lib/i18n.ts";

/** Shown if the card's page is opened by itself. */
export function StrayCard() {
  return (
    <main class="card" data-state="failed">
      <p class="card-sentence">{t("card.stray")}</p>
    </main>
  );
}
