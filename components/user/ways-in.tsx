import { useContext } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { Way } from "../../lib/keycard/index.ts";
import { Detail, Details, Value } from "../parts/details.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { ApiMoment } from "../parts/moment.tsx";
import { ThingNames } from "./thing-names.ts";
import { wayName } from "./way-words.ts";

/** Ways that are listed; "Copy JSON" has all. */
const WAYS_LISTED_MAX = 20;

/** Every way in which a user signs in, with what the API says about it. */
export function WaysIn({ ways }: { ways: readonly Way[] }) {
  const more = ways.length - WAYS_LISTED_MAX;
  return (
    <section class="further">
      <h3>{t("field.ways")}</h3>
      <ul class="ways">
        {ways.slice(0, WAYS_LISTED_MAX).map((way) => (
          <li>
            <WayIn way={way} among={ways} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="hint">{t("field.more", more, [number(more)])}</p>}
    </section>
  );
}

function WayIn({ way, among }: { way: Way; among: readonly Way[] }) {
  const { issuer, subject, created_at: added } = way;
  const nameOf = useContext(ThingNames);
  const { name, whole } = wayName(way, nameOf);
  // A provider's name is enough, unless another provider has the same name.
  const tellsMore =
    whole !== undefined ||
    among.some(
      (other) => other.provider_id !== way.provider_id && wayName(other, nameOf).name === name,
    );
  return (
    <>
      <strong>
        <InertText text={name} whole />
      </strong>
      <Details>
        {issuer !== undefined && tellsMore && (
          <Detail name={t("field.issuer")}>
            <Value text={issuer} />
          </Detail>
        )}
        {subject !== undefined && (
          <Detail name={t("field.subject")}>
            <Value text={subject} code />
          </Detail>
        )}
        {added !== undefined && (
          <Detail name={t("field.added")}>
            <ApiMoment text={added} />
          </Detail>
        )}
      </Details>
    </>
  );
}
