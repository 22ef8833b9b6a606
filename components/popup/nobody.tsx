import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import { Absent, type AbsentProps } from "../answer/absent.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Said } from "../parts/said.ts";
import type { Narrowed } from "./narrowed.ts";
import type { FoundNobody } from "./nobody-text.ts";

/** What a text looks like that is a whole address. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface NobodyProps
  extends Pick<
    AbsentProps,
    "lookElsewhere" | "suggest" | "onSearch" | "onOpenOptions" | "consoleTemplate"
  > {
  results: FoundNobody & { narrowed?: Narrowed | undefined };
  said: Said;
  /** What else is offered where no address was meant. */
  children?: ComponentChildren;
}

/** A search that has found nobody: of an address, who may be meant by it. */
export function Nobody({ results, said, children, ...ways }: NobodyProps) {
  const { text, zone, narrowed } = results;
  if (narrowed || !ADDRESS.test(text))
    return (
      <Notice kind="absent" said={said}>
        {children}
      </Notice>
    );
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
