import { render } from "preact";
import { browser } from "wxt/browser";
import { appRoot } from "../../components/parts/app-root.ts";
import { loadOnce } from "../../components/parts/load-once.ts";
import { Popup } from "../../components/popup/popup.tsx";
import type { PopupSites } from "../../components/popup/use-site.ts";
import { background } from "../../lib/contract/background.ts";
import "../../components/theme/theme.css";
import "../../components/parts/parts.css";
import "../../components/parts/forms.css";
import "../../components/popup/popup.css";
import "../../components/popup/search.css";

/** Only the second step uses them, and loads them. */
let sites: PopupSites | undefined;

const isPopup = browser.extension.getViews({ type: "popup" }).includes(window);

/** Firefox leaves the popup open over a new tab. In a tab of its own, this page stays. */
async function leaving(opened: Promise<unknown>): Promise<void> {
  await opened;
  if (isPopup) window.close();
}

const openOptions = () => void leaving(browser.runtime.openOptionsPage());
const openTab = () => void leaving(browser.tabs.create({ url: location.href }));

const rest = loadOnce(async () => {
  const second = await import("./rest.ts");
  sites = second.sites;
  draw();
  return second.rest;
});

const app = appRoot();

function draw(): void {
  if (!app) return;
  render(
    <Popup
      background={background}
      sites={sites}
      rest={rest}
      onOpenOptions={openOptions}
      onOpenTab={isPopup ? openTab : undefined}
    />,
    app,
  );
}

draw();
// Before it is needed, but not before the field can be typed into.
if (app) requestIdleCallback(() => void rest.load());
