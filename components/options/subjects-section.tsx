import { useId } from "preact/hooks";
import { Detail, Details } from "../details.tsx";
import { SetByOrganization } from "../set-by-organization.tsx";
import { optionsTexts } from "../texts.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { SubjectsForm } from "./subjects-form.tsx";

const texts = optionsTexts.subjects;

export interface SubjectsSectionProps {
  store: PersonalSettingsStore;
  /** The patterns that the organization has set. */
  locked: readonly string[] | undefined;
}

/** Which IDs of the identity provider are recognized on pages. */
export function SubjectsSection({ store, locked }: SubjectsSectionProps) {
  const stored = store.stored.value;
  return (
    <Section heading={texts.heading} intro={texts.intro}>
      <SettingsUnread store={store} />
      {locked ? (
        <LockedPatterns templates={locked} />
      ) : (
        stored && <SubjectsForm subjects={stored.subjects} save={store.save} />
      )}
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

function LockedPatterns({ templates }: { templates: readonly string[] }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{texts.label}</label>
      <textarea id={id} class="input" rows={Math.max(2, templates.length)} wrap="off" disabled>
        {templates.join("\n")}
      </textarea>
      <SetByOrganization />
    </div>
  );
}
