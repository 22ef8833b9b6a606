import { useContext } from "preact/hooks";
import type { ZoneRef } from "../../lib/directory/answer.ts";
import { t } from "../../lib/i18n.ts";
import type { User } from "../../lib/keycard/index.ts";
import { CopyRow, type CopyRowProps } from "../parts/copy-row.tsx";
import { inertJson, inertLine } from "../parts/unseen.ts";
import { summaryLine } from "./summary-line.ts";
import { ThingNames } from "./thing-names.ts";
import { wireRecord } from "./wire-record.ts";

export interface CopyButtonsProps extends Pick<CopyRowProps, "copy"> {
  user: User;
  /** See SummaryContext. */
  zone: ZoneRef | undefined;
  asOf: number | undefined;
  /** The whole record can be copied too. */
  json: boolean;
}

/** A copy contains what was visible, so no invisible characters come along. */
export function CopyButtons({ user, zone, asOf, json, copy }: CopyButtonsProps) {
  const { email, id } = user;
  const nameOf = useContext(ThingNames);
  return (
    <CopyRow
      copy={copy}
      copyables={[
        {
          name: t("action.copySummary"),
          label: t("action.summary"),
          text: () => summaryLine(user, { nameOf, zone, asOf }),
          primary: true,
        },
        {
          name: t("action.copyEmail"),
          label: t("action.email"),
          text: email === undefined ? undefined : () => inertLine(email),
        },
        { name: t("action.copyId"), label: t("action.id"), text: () => inertLine(id) },
        ...(json
          ? [
              {
                name: t("action.copyJson"),
                label: t("action.json"),
                text: () => inertJson(JSON.stringify(wireRecord(user), null, 2)),
              },
            ]
          : []),
      ]}
    />
  );
}
