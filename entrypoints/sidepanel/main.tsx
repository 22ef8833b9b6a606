import { render } from "preact";
import { browser } from "wxt/browser";
import { appRoot } from "../../components/parts/app-root.ts";
import { loadOnce } from "../../components/parts/load-once.ts";
import { SidePanel } from "../../components/sidepanel/side-panel.tsx";
import { background } from "../../lib/contract/background.ts";
import "../../components/theme/theme.css";
import "../../components/parts/parts.css";
import "../../components/parts/forms.css";
import "../../components/popup/search.css";
import "../../components/sidepanel/side-panel.css";

const openOptions = () => void browser.runtime.openOptionsPage();

const rest = loadOnce(async () => (await import("./rest.ts")).rest);

const app = appRoot();
if (app) {
  render(<SidePanel background={background} rest={rest} onOpenOptions={openOptions} />, app);
  requestIdleCallback(() => void rest.load());
}
