import { useId } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { PROVIDER_PATTERNS } from "../../lib/provider-patterns.ts";

export interface ProviderSwitchesProps {
  /** The current patterns. */
  templates: readonly string[];
  /** Adds or removes a pattern. */
  onToggle: (template: string) => void;
}

/** Common identity providers; one click recognizes each one's IDs. */
export function ProviderSwitches({ templates, onToggle }: ProviderSwitchesProps) {
  const id = useId();
  return (
    <fieldset class="tools" aria-describedby={id}>
      <legend class="label">{t("options.subjects.providers")}</legend>
      <p id={id} class="hint">
        {t("options.subjects.providersHint")}
      </p>
      <ul class="tool-list">
        {PROVIDER_PATTERNS.map(({ provider, template }) => (
          <li key={provider}>
            <button
              type="button"
              role="switch"
              class="tool"
              aria-checked={templates.includes(template)}
              aria-label={t("options.subjects.providerName", { provider })}
              onClick={() => onToggle(template)}
            >
              {provider}
              <code class="block">{template}</code>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
