import type { ComponentChildren } from "preact";
import { t } from "../../lib/i18n.ts";

export interface AnotherKeyProps {
  /** The stored key can't be used. */
  needed: boolean;
  /** The form for it. */
  children: ComponentChildren;
}

/** A key to replace the stored one; collapsed, because it is rarely needed. */
export function AnotherKey({ needed, children }: AnotherKeyProps) {
  return (
    <details class="folded another-key" open={needed}>
      <summary>{t("options.connect.another")}</summary>
      <div class="form">{children}</div>
    </details>
  );
}
