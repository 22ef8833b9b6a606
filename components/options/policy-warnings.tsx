import { useId } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";
import type { PolicyWarning } from "../../lib/settings/policy.ts";
import { AlertIcon } from "../parts/icons.tsx";
import { InertText } from "../parts/inert-text.tsx";
import { policyWarningText } from "./policy-warning-text.ts";

/** Which parts of the organization's policy are ignored, and why. */
export function PolicyWarnings({ warnings }: { warnings: readonly PolicyWarning[] }) {
  const id = useId();
  return (
    <div role="status">
      {warnings.length > 0 && (
        <section class="policy-warnings" aria-labelledby={id}>
          <h2 id={id}>
            <AlertIcon />
            {t("policy.warnings", warnings.length, [number(warnings.length)])}
          </h2>
          <p>{t("policy.warningsNext")}</p>
          <ul>
            {warnings.map((warning, place) => (
              <li key={place}>
                <code>
                  <InertText text={warning.key} />
                </code>
                {": "}
                <InertText text={policyWarningText(warning)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
