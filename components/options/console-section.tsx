import { useState } from "preact/hooks";
import { CONSOLE_VALUES, type ConsoleProblem, consoleProblem } from "../../lib/console-template.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { list, messageWord, number, t } from "../../lib/i18n.ts";
import { CONSOLE_URL_MAX_CHARS } from "../../lib/limits.ts";
import { Detail, Details } from "../parts/details.tsx";
import { Field } from "../parts/field.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { Problem } from "../parts/problem.tsx";
import { said } from "../parts/said.ts";
import { SetByOrganization } from "../policy/set-by-organization.tsx";
import { CONSOLE_OPTION, consoleLink, DEFAULT_CONSOLE } from "../user/console-url.ts";
import { consoleOffer } from "./console-offer.ts";
import type { PersonalSettingsStore } from "./personal-settings-store.ts";
import { Section } from "./section.tsx";
import { SettingsUnread } from "./settings-unread.tsx";
import { useSaving } from "./use-saving.ts";

/** Example values for a link's parts; for the zone's, only if they are unknown. */
const EXAMPLE = {
  id: "a1b2c3d4e5f6g7h8i9j0k1l2m3",
  organization_id: "example-organization",
};
const EXAMPLE_ZONE: ZoneRef = { id: "example-zone-id", slug: "example-zone" };

export interface ConsoleSectionProps {
  store: PersonalSettingsStore;
  zone: ZoneRef | undefined;
  /** The template that the organization has set. */
  locked: string | undefined;
}

/** Where the console button leads: a template, and a preview of the link. */
export function ConsoleSection({ store, zone, locked }: ConsoleSectionProps) {
  const stored = store.stored.value;
  return (
    <Section
      heading={t("options.console.heading")}
      intro={t("options.console.intro")}
      arrived={location.hash === CONSOLE_OPTION}
    >
      {locked === undefined ? (
        <>
          <SettingsUnread store={store} />
          {stored && <ConsoleForm store={store} stored={stored.consoleUrl} zone={zone} />}
        </>
      ) : (
        <>
          <Details>
            <Detail name={t("options.console.label")}>
              <code>
                <InertText text={locked} />
              </code>
            </Detail>
          </Details>
          <Preview template={locked} zone={zone} />
          <SetByOrganization />
        </>
      )}
    </Section>
  );
}

interface ConsoleFormProps {
  store: PersonalSettingsStore;
  stored: string | null;
  zone: ZoneRef | undefined;
}

function ConsoleForm({ store, stored, zone }: ConsoleFormProps) {
  const [typed, setTyped] = useState<string>();
  const { save, lost } = useSaving(store);
  const text = typed ?? stored ?? "";
  const template = text.trim();
  const problem = template === "" ? undefined : problemText(template);

  async function keep(consoleTemplate: string | null) {
    if (await save({ consoleUrl: consoleTemplate })) setTyped(undefined);
  }

  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === undefined) void keep(template === "" ? null : template);
      }}
    >
      <Field
        label={t("options.console.label")}
        value={text}
        onType={setTyped}
        placeholder={DEFAULT_CONSOLE}
        problem={problem}
      />
      <p class="hint">
        {t("sentences", {
          first: t("options.console.paste"),
          second: t("options.console.hint", { placeholders: PLACEHOLDERS }),
        })}
      </p>
      <Offer text={template} zone={zone} onTake={setTyped} />
      {problem === undefined && template !== "" && <Preview template={template} zone={zone} />}
      {lost && <Problem said={said("options.notSaved")} />}
      <div class="form-end">
        <button type="submit" class="button" aria-disabled={problem !== undefined}>
          {t("options.console.save")}
        </button>
        {stored !== null && (
          <button type="button" class="button" onClick={() => void keep(null)}>
            {t("options.console.remove")}
          </button>
        )}
      </div>
    </form>
  );
}

interface OfferProps {
  text: string;
  zone: ZoneRef | undefined;
  onTake: (template: string) => void;
}

/** An offered template: it is put into the field, and only the user saves it. */
function Offer({ text, zone, onTake }: OfferProps) {
  const offer = consoleOffer(text, zone);
  if (!offer) return null;
  const { template, from } = offer;
  return (
    <div class="console-offer">
      <p>{from === "pasted" ? t("options.console.offered") : t("options.console.start")}</p>
      <p class="offered">
        <InertText text={template} />
      </p>
      <button type="button" class="button" onClick={() => onTake(template)}>
        {t("options.console.offer")}
      </button>
    </div>
  );
}

/** The link as it would be for a user. It also shows where it leads if a value is unknown. */
function Preview({ template, zone }: { template: string; zone: ZoneRef | undefined }) {
  const known = { ...EXAMPLE_ZONE, ...zone };
  return (
    <div>
      <p class="label">{t("options.console.preview")}</p>
      <p class="preview">
        <InertText text={consoleLink(template, EXAMPLE, known)?.href ?? ""} />
      </p>
    </div>
  );
}

const PLACEHOLDERS = list(CONSOLE_VALUES.map((name) => `{${name}}`));

function problemText(template: string): string | undefined {
  if (template.length > CONSOLE_URL_MAX_CHARS)
    return t("options.console.wrong.too_long", { most: number(CONSOLE_URL_MAX_CHARS) });
  const problem = consoleProblem(template);
  return problem && textOf(problem);
}

function textOf(problem: ConsoleProblem): string {
  return problem.why === "unknown"
    ? t("options.console.wrong.unknown", { name: problem.name, placeholders: PLACEHOLDERS })
    : t(`options.console.wrong.${messageWord(problem.why)}`, { example: DEFAULT_CONSOLE });
}
