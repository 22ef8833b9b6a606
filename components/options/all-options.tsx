import type { ZoneFacts } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { type About, AboutSection } from "./about-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { ConnectSection } from "./connect-section.tsx";
import { ConsoleSection } from "./console-section.tsx";
import { MarksSection } from "./marks-section.tsx";
import { OrganizationSection } from "./organization-section.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { PointingSection } from "./pointing-section.tsx";
import { SitesSection, type SitesSectionProps } from "./sites-section.tsx";
import { SubjectsSection } from "./subjects-section.tsx";
import { TransferSection } from "./transfer-section.tsx";
import { TryItSection } from "./try-it-section.tsx";
import { ZoneSection } from "./zone-section.tsx";

export interface AllOptionsProps extends Omit<SitesSectionProps, "policy"> {
  background: BackgroundApi;
  store: ConnectionStore;
  settings: PersonalSettingsStore;
  policy: Policy;
  /** What the zone in use has told of itself and of the key. */
  facts: ZoneFacts | undefined;
  about: About;
  /** The person's word on what data goes where; undefined: it is given. */
  onAgree: (() => void) | undefined;
  /** The person has just come here from the first run. */
  arrived: boolean;
}

export function AllOptions(props: AllOptionsProps) {
  const { background, store, settings, sites, shortcut, policy, facts, about, onAgree, arrived } =
    props;
  const connection = store.connection.value;
  const zone = connection?.state === "ready" ? connection.zone : undefined;
  const stored = settings.stored.value;
  return (
    <>
      <ConnectSection
        store={store}
        settings={settings}
        policy={policy}
        powers={facts?.powers}
        toAgree={onAgree && { apiOrigin: about.apiOrigin, onAgree }}
        arrived={arrived}
      />
      <ZoneSection store={store} signIn={facts?.signIn} locked={policy.zone !== undefined} />
      <SitesSection sites={sites} shortcut={shortcut} policy={policy} />
      {stored && <TryItSection background={background} settings={stored} zone={zone} />}
      <PointingSection store={settings} />
      <MarksSection store={settings} sites={sites} policy={policy} />
      <SubjectsSection store={settings} locked={policy.subjectPatterns} />
      <ConsoleSection store={settings} zone={zone} locked={policy.consoleUrl} />
      <AppearanceSection store={settings} />
      <TransferSection store={store} settings={settings} sites={sites} policy={policy} />
      <OrganizationSection policy={policy} />
      <AboutSection about={about} background={background} shortcut={shortcut} />
    </>
  );
}
