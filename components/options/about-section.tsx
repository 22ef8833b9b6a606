import { Detail, Details } from "../details.tsx";
import { optionsTexts } from "../texts.ts";
import { Section } from "./section.tsx";

const texts = optionsTexts.about;

export interface About {
  version: string;
  /** The one origin this build talks to. */
  apiOrigin: string;
}

export function AboutSection({ about }: { about: About }) {
  return (
    <Section heading={texts.heading}>
      <Details>
        <Detail name={texts.version}>{about.version}</Detail>
        <Detail name={texts.api}>
          <code>{about.apiOrigin}</code>
        </Detail>
      </Details>
      <p class="hint">{texts.apiHint}</p>
    </Section>
  );
}
