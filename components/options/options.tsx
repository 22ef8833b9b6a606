import { useCallback, useEffect, useMemo } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { Announcer } from "../announcer.tsx";
import { createConnectionStore } from "../connection-store.ts";
import { LogoIcon } from "../icons.tsx";
import { usePolicy } from "../use-policy.ts";
import { type About, AboutSection } from "./about-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { ConnectSection } from "./connect-section.tsx";
import { NewerSettings } from "./newer-settings.tsx";
import { OrganizationSection } from "./organization-section.tsx";
import { createPersonalSettingsStore } from "./personal-settings-store.ts";
import { PointingSection } from "./pointing-section.tsx";
import { PolicyWarnings } from "./policy-warnings.tsx";
import { SitesSection, type SitesSectionProps } from "./sites-section.tsx";
import { SubjectsSection } from "./subjects-section.tsx";
import { ZoneSection } from "./zone-section.tsx";

export interface OptionsProps extends Omit<SitesSectionProps, "policy"> {
  background: BackgroundApi;
  about: About;
}

/** The options page: connect, choose a zone, say where and how. */
export function Options({ background, sites, shortcut, about }: OptionsProps) {
  const store = useMemo(() => createConnectionStore(background), [background]);
  const settings = useMemo(() => createPersonalSettingsStore(background), [background]);
  const load = useCallback(() => {
    void store.load();
    void settings.load();
  }, [store, settings]);
  useEffect(load, [load]);
  const { policy, warnings } = usePolicy(background, load);
  return (
    <main class="options">
      <header class="options-header">
        <LogoIcon />
        <h1>{t("extension.name")}</h1>
        <p>{t("options.subtitle")}</p>
      </header>
      <NewerSettings store={settings} />
      <PolicyWarnings warnings={warnings} />
      <ConnectSection store={store} settings={settings} policy={policy} />
      <ZoneSection store={store} locked={policy.zone !== undefined} />
      <SitesSection sites={sites} shortcut={shortcut} policy={policy} />
      <PointingSection store={settings} />
      <SubjectsSection store={settings} locked={policy.subjectPatterns} />
      <AppearanceSection store={settings} />
      <OrganizationSection policy={policy} />
      <AboutSection about={about} background={background} shortcut={shortcut} />
      <Announcer />
    </main>
  );
}
