import { t } from "../../lib/i18n.ts";
import { OrganizationIcon } from "./organization-icon.tsx";

/** Shown next to what the organization has set. @param id for the control that it describes */
export function SetByOrganization({ id }: { id?: string }) {
  return (
    <p id={id} class="set-by">
      <OrganizationIcon />
      {t("policy.set")}
    </p>
  );
}
