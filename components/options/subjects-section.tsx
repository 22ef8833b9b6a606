import { useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { SubjectsForm } from "./subjects-form.tsx";
import { TryPatterns } from "./try-patterns.tsx";

export interface SubjectsSectionProps {
  store: PersonalSettingsStore;
  /** The patterns that the organization has set. */
  locked: readonly string[] | undefined;
}

/** Which IDs of the identity provider are recognized on pages. */
export function SubjectsSection({ store, locked }: SubjectsSectionProps) {
  const stored = store.stored.value;
  return (
    <Section heading={t("options.subjects.heading")} intro={t("options.subjects.intro")}>
      <SettingsUnread store={store} />
      {locked ? (
        <>
          <LockedPatterns templates={locked} />
          <TryPatterns templates={locked} />
        </>
      ) : (
        stored && <SubjectsForm subjects={stored.subjects} save={store.save} />
      )}
    </Section>
  );
}

function LockedPatterns({ templates }: { templates: readonly string[] }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("options.subjects.label")}</label>
      <textarea id={id} class="input" rows={Math.max(2, templates.length)} wrap="off" disabled>
        {templates.join("\n")}
      </textarea>
      <SetByOrganization />
    </div>
  );
}
