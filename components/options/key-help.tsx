import { READ_THINGS } from "../../lib/connection/key-powers.ts";
import { t } from "../../lib/i18n.ts";
import { ConsoleIcon } from "../user/console-link.tsx";
import { DEFAULT_CONSOLE } from "../user/console-url.ts";
import { namedThings } from "./key-powers-text.ts";

/** What makes the rest of a record readable; without it those parts are missing. */
const MORE = namedThings(READ_THINGS.filter((thing) => thing !== "users"));

/** Where a key comes from, and what it has to be able to read. */
export function KeyHelp() {
  return (
    <p>
      <a class="out-link" href={DEFAULT_CONSOLE} target="_blank" rel="noopener noreferrer">
        {t("options.connect.where")} <ConsoleIcon />
      </a>
      <span class="hint block">{t("options.connect.needs", { things: MORE })}</span>
    </p>
  );
}
