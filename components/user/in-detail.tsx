import { t } from "../../lib/i18n.ts";
import { lazily } from "../parts/lazily.tsx";

/** What only users who expand it read: its code is loaded then. */
export const InDetail = lazily(
  async () => (await import("./more-of-user.tsx")).MoreOfUser,
  () => <p class="hint">{t("user.detailLost")}</p>,
);
