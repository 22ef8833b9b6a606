import type { ComponentChildren } from "preact";
import type { ZoneFacts } from "../../lib/connection/replies.ts";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import type { ConnectionStore } from "../connection/connection-store.ts";
import { type About, AboutSection } from "./about-section.tsx";
import { type Anchor, AnchorContext } from "./anchor.ts";
import { AppearanceSection } from "./appearance-section.tsx";
import { ConnectSection } from "./connect-section.tsx";
import { ConsoleSection } from "./console-section.tsx";
import { HoverSection } from "./hover-section.tsx";
import { MarksSection } from "./marks-section.tsx";
import { OrganizationSection } from "./organization-section.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Rail } from "./rail.tsx";
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
  /** What the zone in use reports about itself and the key. */
  facts: ZoneFacts | undefined;
  about: About;
  /** Called when the user agrees to the use of data; undefined if they have. */
  onAgree: (() => void) | undefined;
  /** The user has just come here from the first run. */
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
      <Rail />
      <At anchor="connection">
        <ConnectSection
          store={store}
          settings={settings}
          policy={policy}
          powers={facts?.powers}
          toAgree={onAgree && { apiOrigin: about.apiOrigin, onAgree }}
          arrived={arrived}
        />
      </At>
      <ZoneSection store={store} signIn={facts?.signIn} locked={policy.zone !== undefined} />
      <At anchor="sites">
        <SitesSection sites={sites} shortcut={shortcut} policy={policy} />
      </At>
      <At anchor="card">
        <HoverSection store={settings} />
      </At>
      {stored && <TryItSection background={background} settings={stored} zone={zone} />}
      <At anchor="underlines">
        <MarksSection store={settings} sites={sites} policy={policy} />
      </At>
      <At anchor="ids">
        <SubjectsSection store={settings} locked={policy.subjectPatterns} />
      </At>
      <At anchor="console">
        <ConsoleSection store={settings} zone={zone} locked={policy.consoleUrl} />
      </At>
      <At anchor="appearance">
        <AppearanceSection store={settings} />
      </At>
      <At anchor="transfer">
        <TransferSection store={store} settings={settings} sites={sites} policy={policy} />
      </At>
      <OrganizationSection policy={policy} />
      <At anchor="about">
        <AboutSection about={about} background={background} shortcut={shortcut} />
      </At>
    </>
  );
}

/** A section that the navigation links to. */
function At({ anchor, children }: { anchor: Anchor; children: ComponentChildren }) {
  return <AnchorContext.Provider value={anchor}>{children}</AnchorContext.Provider>;
}
