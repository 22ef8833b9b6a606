import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import { OrganizationIcon } from "../policy/organization-icon.tsx";

export interface ControlCellProps {
  /** Which of the row's three cells it is: each keeps its place and width, whatever is known. */
  kind: "site" | "marks" | "zone";
  caption: string;
  /** ID of the field that the caption labels; a switch has its own, longer name. */
  labels?: string;
  /** The organization has set it. */
  locked?: boolean;
  /** Empty while unknown. */
  children?: ComponentChildren;
}

/** One of the controls in the popup's first row: its caption and its state. */
export function ControlCell({ kind, caption, labels, locked, children }: ControlCellProps) {
  return (
    <div class={`control control-${kind}`}>
      <span class="control-caption">
        {labels === undefined ? <span>{caption}</span> : <label for={labels}>{caption}</label>}
        {locked && (
          <span title={t("policy.set")}>
            <OrganizationIcon />
            <span class="heard-only">{t("policy.set")}</span>
          </span>
        )}
      </span>
      <span class="control-line">{children}</span>
    </div>
  );
}
