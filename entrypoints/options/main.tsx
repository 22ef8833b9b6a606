import { render } from "preact";
import { browser } from "wxt/browser";
import { Options } from "../../components/options/options.tsx";
import { appRoot } from "../../components/parts/app-root.ts";
import type { OpenSites, SiteActions } from "../../components/sites/site-actions.ts";
import { API_ORIGIN } from "../../lib/build.ts";
import { background } from "../../lib/contract/background.ts";
import { readEnvironment } from "../../lib/environment.ts";
import { t } from "../../lib/i18n.ts";
import { mayReachApi, requestApi } from "../../lib/sites/api-access.ts";
import { openSites } from "../../lib/sites/open-sites.ts";
import {
  listSites,
  onSitesChanged,
  removeSite,
  requestSite,
  siteFromText,
  siteOfActiveTab,
} from "../../lib/sites/sites.ts";
import "../../components/theme/theme.css";
import "../../components/parts/parts.css";
import "../../components/parts/forms.css";
import "../../components/parts/notice.css";
import "../../components/user/user.css";
import "../../components/answer/answer.css";
import "../../components/options/options.css";

const sites: SiteActions & OpenSites = {
  listSites,
  mayReachApi,
  onSitesChanged,
  openSites,
  removeSite,
  requestApi,
  requestSite,
  siteFromText,
  siteOfActiveTab,
};

/** The shortcut of the lookup command, as the user has set it in the browser. */
async function shortcut(): Promise<string | undefined> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === "look-up")?.shortcut || undefined;
}

const about = {
  version: browser.runtime.getManifest().version,
  apiOrigin: API_ORIGIN,
  environment: readEnvironment,
};

document.title = `${t("extension.name")}: ${t("options.subtitle")}`;
const app = appRoot();
if (app)
  render(<Options background={background} sites={sites} shortcut={shortcut} about={about} />, app);
