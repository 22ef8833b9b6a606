import type { ComponentChildren } from "preact";
import type { BackgroundApi } from "../../lib/contract/background.ts";
import type { Narrowed } from "../../lib/contract/narrowed.ts";
import { t } from "../../lib/i18n.ts";
import type { Policy } from "../../lib/settings/policy.ts";
import { Absent, type AbsentProps } from "../answer/absent.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Said } from "../parts/said.ts";
import { useConsoleTemplate } from "../user/use-console-template.ts";
import type { FoundNobody } from "./nobody-text.ts";

/** The shape of a complete address. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface NobodyProps extends Pick<AbsentProps, "onSearch" | "onOpenOptions"> {
  background: Pick<BackgroundApi, "lookElsewhere" | "suggest" | "settings">;
  policy: Policy;
  results: FoundNobody & { narrowed?: Narrowed | undefined };
  said: Said;
  /** What else is offered if no address was meant. */
  children?: ComponentChildren;
}

/** A search that has found no one; for an address, offers similar ones. */
export function Nobody({ results, said, children, background, policy, ...ways }: NobodyProps) {
  const { text, zone, narrowed } = results;
  const consoleTemplate = useConsoleTemplate(background, policy);
  if (narrowed || !ADDRESS.test(text))
    return (
      <Notice kind="absent" said={said}>
        {children}
      </Notice>
    );
  return (
    <Absent
      {...background}
      {...ways}
      consoleTemplate={consoleTemplate}
      key={text}
      answer={{ state: "absent", asOf: 0 }}
      query={{ kind: "email", value: text }}
      zone={zone}
      extent="record"
      said={{ known: said.known, next: t("absent.lead") }}
    />
  );
}
