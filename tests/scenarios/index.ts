import { BACKGROUND } from "./background.ts";
import { DIAGNOSTICS } from "./diagnostics.ts";
import { HOVER } from "./hover.ts";
import { MARKS } from "./marks.ts";
import { MENU_AND_COMMAND } from "./menu-and-command.ts";
import { POPUP } from "./popup.ts";
import type { Scenario } from "./scenario.ts";
import { SERVICE_ACCOUNT } from "./service-account.ts";
import { SIDE_PANEL } from "./side-panel.ts";

/** What holds in every browser; each has additional tests for what only it can do. */
export const SCENARIOS: readonly Scenario[] = [
  ...HOVER,
  ...MENU_AND_COMMAND,
  ...POPUP,
  ...MARKS,
  ...SIDE_PANEL,
  ...BACKGROUND,
  ...SERVICE_ACCOUNT,
  ...DIAGNOSTICS,
];
