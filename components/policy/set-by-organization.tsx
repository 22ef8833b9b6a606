import { t } from "../../lib/i18n.ts";
import { LockIcon } from "../parts/icons.tsx";

/** Stands beside what the organization has set. @param id for the control that it describes */
export function SetByOrganization({ id }: { id?: string }) {
  return (
    <p id={id} class="set-by">
      <LockIcon />
      {t("policy.set")}
    </p>
  );
}
