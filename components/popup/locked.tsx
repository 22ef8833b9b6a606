import { t } from "../../lib/i18n.ts";
import { UnlockForm, type UnlockFormProps } from "../connection/unlock-form.tsx";
import { LockIcon } from "../parts/icons.tsx";

/** What the popup shows while the key is locked. */
export function Locked({ unlock }: Pick<UnlockFormProps, "unlock">) {
  return (
    <div class="setup">
      <LockIcon />
      <h2>{t("unlock.heading")}</h2>
      <p>{t("unlock.intro")}</p>
      <UnlockForm unlock={unlock} focused />
    </div>
  );
}
