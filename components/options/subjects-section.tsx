import { Detail, Details } from "../details.tsx";
import { optionsTexts } from "../texts.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { SubjectsForm } from "./subjects-form.tsx";

const texts = optionsTexts.subjects;

/** Which IDs of the identity provider are recognized on pages. */
export function SubjectsSection({ store }: { store: PersonalSettingsStore }) {
  const stored = store.stored.value;
  return (
    <Section heading={texts.heading} intro={texts.intro}>
      <SettingsUnread store={store} />
      {stored && <SubjectsForm subjects={stored.subjects} save={store.save} />}
      <div class="examples">
        <p class="label">{texts.examplesHeading}</p>
        <Details>
          {texts.examples.map(([provider, template]) => (
            <Detail key={provider} name={provider}>
              <code>{template}</code>
            </Detail>
          ))}
        </Details>
      </div>
    </Section>
  );
}
