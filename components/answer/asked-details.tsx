import type { Answer, ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { Query } from "../../lib/query.ts";
import { Detail, Details, Value } from "../parts/details.tsx";
import { Moment } from "../parts/moment.tsx";
import { zoneName } from "../parts/zone-name.ts";

export interface AskedDetailsProps {
  query: Query;
  zone: ZoneRef | undefined;
  answer: Answer;
}

/** What was looked up, where and when: all there is to say if the answer isn't a user. */
export function AskedDetails({ query, zone, answer }: AskedDetailsProps) {
  return (
    <Details>
      <Detail name={t("field.askedFor")}>
        <Value text={t(`field.kind.${query.kind}`)} />
      </Detail>
      {zone && (
        <Detail name={t("field.zone")}>
          <Value text={zoneName(zone)} />
        </Detail>
      )}
      {"asOf" in answer && (
        <Detail name={t("field.asOf")}>
          <Moment moment={answer.asOf} />
        </Detail>
      )}
      {answer.state === "failed" && answer.failure.status !== undefined && (
        <Detail name={t("field.httpStatus")}>
          <Value text={answer.failure.status} />
        </Detail>
      )}
    </Details>
  );
}
