import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";

export interface AnotherKeyProps {
  /** The one that is kept is of no use. */
  needed: boolean;
  /** The form for it. */
  children: ComponentChildren;
}

/** A key in the place of the one that is kept; folded away, since it is seldom wanted. */
export function AnotherKey({ needed, children }: AnotherKeyProps) {
  return (
    <details class="folded another-key" open={needed}>
      <summary>{t("options.connect.another")}</summary>
      <div class="form">{children}</div>
    </details>
  );
}
