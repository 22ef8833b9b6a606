import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";
import { OrganizationIcon } from "../policy/organization-icon.tsx";

export interface ControlCellProps {
  /** Which of the row's three it is: each keeps its place and width, whatever is known of it. */
  kind: "site" | "marks" | "zone";
  caption: string;
  /** Id of the field that the caption labels; a switch says more in its own name. */
  labels?: string;
  /** The organization has set it. */
  locked?: boolean;
  /** Nothing while it is not known. */
  children?: ComponentChildren;
}

/** One of the things that the popup's first row switches: what it is, and how it stands. */
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
