import { t } from "../../lib/i18n.ts";
import { UnlockForm, type UnlockFormProps } from "../connection/unlock-form.tsx";
import { LockIcon } from "../parts/icons.tsx";

/** What the popup shows while the key is locked. */
export function Locked(props: Pick<UnlockFormProps, "unlock" | "forget">) {
  return (
    <div class="setup setup-form">
      <LockIcon />
      <h2>{t("unlock.heading")}</h2>
      <p>{t("unlock.intro")}</p>
      <UnlockForm {...props} focused />
    </div>
  );
}
