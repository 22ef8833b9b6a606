import { t } from "../../lib/i18n.ts";
import { lazily } from "../parts/lazily.tsx";

/** What only those read of a user who open it: its code comes with it. */
export const InDetail = lazily(
  async () => (await import("./more-of-user.tsx")).MoreOfUser,
  () => <p class="hint">{t("user.detailLost")}</p>,
);
