import { useEffect, useMemo } from "preact/hooks";
import type { BackgroundApi } from "../../lib/messages/background-api.ts";
import { Announcer } from "../announcer.tsx";
import { createConnectionStore } from "../connection-store.ts";
import { LogoIcon } from "../icons.tsx";
import { optionsTexts } from "../texts.ts";
import { type About, AboutSection } from "./about-section.tsx";
import { ConnectSection } from "./connect-section.tsx";
import { createPersonalSettingsStore } from "./personal-settings-store.ts";
import { PointingSection } from "./pointing-section.tsx";
import { SitesSection, type SitesSectionProps } from "./sites-section.tsx";
import { SubjectsSection } from "./subjects-section.tsx";
import { ZoneSection } from "./zone-section.tsx";

export interface OptionsProps extends SitesSectionProps {
  background: BackgroundApi;
  about: About;
}

/** The options page: connect, choose a zone, say where and how. */
export function Options({ background, sites, shortcut, about }: OptionsProps) {
  const store = useMemo(() => createConnectionStore(background), [background]);
  const settings = useMemo(() => createPersonalSettingsStore(background), [background]);
  useEffect(() => void store.load(), [store]);
  useEffect(() => void settings.load(), [settings]);
  return (
    <main class="options">
      <header class="options-header">
        <LogoIcon />
        <h1>{optionsTexts.title}</h1>
        <p>{optionsTexts.subtitle}</p>
      </header>
      <ConnectSection store={store} settings={settings} />
      <ZoneSection store={store} />
      <SitesSection sites={sites} shortcut={shortcut} />
      <PointingSection store={settings} />
      <SubjectsSection store={settings} />
      <AboutSection about={about} />
      <Announcer />
    </main>
  );
}
