import { cardTexts } from "../texts.ts";

/** What stands on the card's page when it is opened by itself. */
export function StrayCard() {
  return (
    <main class="card" data-state="failed">
      <p class="card-sentence">{cardTexts.stray}</p>
    </main>
  );
}
