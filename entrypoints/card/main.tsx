import { render } from "preact";
import { browser } from "wxt/browser";
import type { AnswerRestStore } from "../../components/answer/rest.ts";
import { Card } from "../../components/card/card.tsx";
import { createCardStore } from "../../components/card/card-store.ts";
import { guardClicks } from "../../components/card/guarded-clicks.ts";
import { showKeyboard } from "../../components/card/show-keyboard.ts";
import { StrayCard } from "../../components/card/stray-card.tsx";
import { sayLanguage } from "../../components/parts/app-root.ts";
import { loadOnce } from "../../components/parts/load-once.ts";
import { followTheme } from "../../components/theme/theme.ts";
import "../../components/theme/theme.css";
import "../../components/parts/parts.css";
import "../../components/user/user.css";
import "../../components/card/card.css";

/**
 * Preloads the code for answers other than one user, then the code for "More", so that no one has to wait for either.
 */
async function preload(rest: AnswerRestStore): Promise<void> {
  await rest.load();
  // If it can't be loaded, that is reported when it is needed.
  await import("../../components/user/more-of-user.tsx").catch(() => undefined);
}

/** The ticket that the content script has put into the frame's URL; it identifies the port to the background. */
const ticket = location.hash;
sayLanguage();
showKeyboard(document.documentElement);
const app = document.getElementById("app");
const themed = followTheme(browser.storage.local);

if (app && (ticket.length < 2 || window.top === window))
  void themed.then(() => render(<StrayCard />, app));
else if (app) {
  // Only a build for a browser with side panels requests the permission.
  const { permissions = [] } = browser.runtime.getManifest();
  const clicks = guardClicks(app);
  const store = createCardStore(() => browser.runtime.connect({ name: `card${ticket}` }), clicks);
  const sidePanel = permissions.includes("sidePanel");
  const rest = loadOnce(async () => (await import("./rest.ts")).answerRest);
  void themed.then(() => {
    render(<Card store={store} sidePanel={sidePanel} clicks={clicks} rest={rest} />, app);
    // The frame is warmed up before anyone is shown in it, so this code is loaded before an answer needs it.
    void preload(rest);
  });
}
