import { t } from "../../lib/i18n.ts";
import { LockIcon } from "../icons.tsx";
import { UnlockForm, type UnlockFormProps } from "../unlock-form.tsx";

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
