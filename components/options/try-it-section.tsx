import { useState } from "preact/hooks";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { PersonalSettings } from "../../lib/contract/replies.ts";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import { MENTION_MAX_CHARS } from "../../lib/limits.ts";
import type { Query } from "../../lib/query.ts";
import { Field } from "../parts/field.tsx";
import { type Finding, useFinding } from "./mentions-later.ts";
import { Section } from "./section.tsx";
import { TryMention } from "./try-mention.tsx";

export interface TryItProps {
  background: BackgroundApi;
  settings: PersonalSettings;
  zone: ZoneRef;
}

export type TryItSectionProps = Omit<TryItProps, "zone"> & { zone: ZoneRef | undefined };

export function TryItSection({ zone, ...props }: TryItSectionProps) {
  return (
    <Section heading={t("options.tryIt.heading")} intro={t("options.tryIt.intro")}>
      {zone ? <TryIt {...props} zone={zone} /> : <p class="hint">{t("options.tryIt.first")}</p>}
    </Section>
  );
}

/** A sentence of a ticket with a mention in it, and the card for it. */
export function TryIt({ background, settings, zone }: TryItProps) {
  const [text, setText] = useState("");
  const finding = useFinding();
  const query =
    finding.state === "here" ? queryIn(text, settings.subjects, finding.value) : undefined;
  const problem =
    finding.state === "lost"
      ? t("user.detailLost")
      : finding.state === "away" || text.trim() === "" || query
        ? undefined
        : t("options.tryIt.nobody");
  return (
    <>
      <Field
        label={t("options.tryIt.label")}
        value={text}
        onType={(typed) => setText(typed.slice(0, MENTION_MAX_CHARS))}
        placeholder={t("options.tryIt.placeholder")}
        problem={problem}
      />
      {query && (
        <TryMention
          key={`${query.kind} ${query.value}`}
          query={query}
          background={background}
          settings={settings}
          zone={zone}
        />
      )}
      <p class="hint">{t("options.tryIt.hint")}</p>
    </>
  );
}

/** Who the first mention in a text refers to, as on a page. */
function queryIn(
  text: string,
  subjects: readonly string[],
  { findMentions, parseSubjectPattern }: Finding,
): Query | undefined {
  const patterns = subjects.flatMap((template) => {
    const pattern = parseSubjectPattern(template);
    return "error" in pattern ? [] : [pattern];
  });
  const [first] = findMentions(text, patterns);
  return first && { kind: first.kind, value: first.value };
}
