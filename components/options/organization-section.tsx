import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { Detail, Details } from "../parts/details.tsx";
import { duration } from "../parts/time.ts";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { Section } from "./section.tsx";

/** What the organization has set that isn't shown elsewhere on this page; nothing if there is none. */
export function OrganizationSection({ policy }: { policy: Policy }) {
  const { cacheMin, firstRunPage } = policy;
  if (cacheMin === undefined && firstRunPage === undefined) return null;
  return (
    <Section heading={t("policy.heading")} intro={t("policy.intro")}>
      <Details>
        {cacheMin !== undefined && (
          <Detail name={t("policy.cache")}>
            {cacheMin === 0
              ? t("policy.cacheNone")
              : t("policy.cacheMin", { time: duration(cacheMin) })}
          </Detail>
        )}
        {firstRunPage !== undefined && (
          <Detail name={t("policy.firstRun")}>
            {firstRunPage ? t("policy.opens") : t("policy.stays")}
          </Detail>
        )}
      </Details>
      <SetByOrganization />
    </Section>
  );
}
