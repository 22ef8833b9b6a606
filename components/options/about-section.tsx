import { t } from "../../lib/i18n.ts";
import { Detail, Details } from "../details.tsx";
import { Section } from "./section.tsx";

export interface About {
  version: string;
  /** The one origin this build talks to. */
  apiOrigin: string;
}

export function AboutSection({ about }: { about: About }) {
  return (
    <Section heading={t("options.about.heading")}>
      <Details>
        <Detail name={t("options.about.version")}>{about.version}</Detail>
        <Detail name={t("options.about.api")}>
          <code>{about.apiOrigin}</code>
        </Detail>
      </Details>
      <p class="hint">{t("options.about.apiHint")}</p>
    </Section>
  );
}
