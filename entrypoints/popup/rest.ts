import type { PopupSites } from "../../components/popup/use-site.ts";
import {
  listSites,
  onSitesChanged,
  removeSite,
  requestSite,
  siteOfActiveTab,
} from "../../lib/sites/sites.ts";
import "../../components/parts/notice.css";
import "../../components/user/user.css";
import "../../components/answer/answer.css";
import "../../components/parts/menu.css";
import "../../components/popup/rest.css";
import "../../components/people/people.css";

/** The popup's second step with its styles: a file of its own in the build. */
export { rest } from "../../components/popup/rest.ts";

export const sites: PopupSites = {
  listSites,
  onSitesChanged,
  removeSite,
  requestSite,
  siteOfActiveTab,
};
