import { t } from "../../lib/i18n.ts";
import { Absent, type AbsentProps } from "../answer/absent.tsx";
import { Notice } from "../parts/notice.tsx";
import { type FoundNobody, nobodyText } from "./nobody-text.ts";

/** What a text looks like that is a whole address. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface NobodyProps
  extends Pick<
    AbsentProps,
    "lookElsewhere" | "suggest" | "onSearch" | "onOpenOptions" | "consoleTemplate"
  > {
  results: FoundNobody;
}

/** A search that has found nobody: of an address, who may be meant by it. */
export function Nobody({ results, ...ways }: NobodyProps) {
  const { text, zone } = results;
  const said = nobodyText(results);
  if (!ADDRESS.test(text)) return <Notice kind="absent" said={said} />;
  return (
    <Absent
      {...ways}
      key={text}
      answer={{ state: "absent", asOf: 0 }}
      query={{ kind: "email", value: text }}
      zone={zone}
      extent="record"
      said={{ known: said.known, next: t("absent.lead") }}
    />
  );
}
