import type { Policy } from "../../lib/settings/policy.ts";
import { Detail, Details } from "../details.tsx";
import { InertText } from "../inert-text.tsx";
import { SetByOrganization } from "../set-by-organization.tsx";
import { policyTexts as texts } from "../texts.ts";
import { Section } from "./section.tsx";

/** What the organization has set and nobody chooses elsewhere on this page; nothing when there is none of it. */
export function OrganizationSection({ policy }: { policy: Policy }) {
  const { consoleUrl, cacheMin, firstRunPage } = policy;
  if ([consoleUrl, cacheMin, firstRunPage].every((value) => value === undefined)) return null;
  return (
    <Section heading={texts.heading} intro={texts.intro}>
      <Details>
        {consoleUrl !== undefined && (
          <Detail name={texts.console}>
            <code>
              <InertText text={consoleUrl} />
            </code>
          </Detail>
        )}
        {cacheMin !== undefined && <Detail name={texts.cache}>{texts.cacheMin(cacheMin)}</Detail>}
        {firstRunPage !== undefined && (
          <Detail name={texts.firstRun}>{firstRunPage ? texts.opens : texts.stays}</Detail>
        )}
      </Details>
      <SetByOrganization />
    </Section>
  );
}
