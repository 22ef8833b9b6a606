import { number, t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { Detail, Details, Value } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { FURTHER_KNOWN_FIELDS, SIGN_IN_FIELDS } from "./user-fields.tsx";
import { wireRecord } from "./wire-record.ts";

/** The fields that the article shows itself; the rest of a record is listed as it came. */
const SHOWN = new Set<string>([
  ...(["email", "email_verified", "status", "role_assignments", "groups"] satisfies (keyof User)[]),
  ...[...SIGN_IN_FIELDS, ...FURTHER_KNOWN_FIELDS].flatMap(({ of }) => of),
]);

/** Fields that are listed; "Copy JSON" has all. */
const FIELDS_LISTED_MAX = 100;

const inWords = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** The rest of the record, including fields of newer deployments. */
export function FurtherFields({ user }: { user: User }) {
  const further = Object.entries(wireRecord(user)).filter(([name]) => !SHOWN.has(name));
  if (further.length === 0) return null;
  return (
    <section class="further">
      <h3>{t("field.further")}</h3>
      <Details>
        {further.slice(0, FIELDS_LISTED_MAX).map(([name, value]) => (
          <Detail key={name} name={<InertText text={name} whole />}>
            <Value text={inWords(value)} code />
          </Detail>
        ))}
      </Details>
      {further.length > FIELDS_LISTED_MAX && (
        <p class="hint">
          {t("field.more", further.length - FIELDS_LISTED_MAX, [
            number(further.length - FIELDS_LISTED_MAX),
          ])}
        </p>
      )}
    </section>
  );
}
